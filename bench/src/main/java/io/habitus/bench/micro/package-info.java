/** What single steps of the pipe cost a post, by JMH: {@code habitus bench --micro}. */
package io.habitus.bench.micro;
