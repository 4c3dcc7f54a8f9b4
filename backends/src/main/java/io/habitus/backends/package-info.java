/** The two real servers, startable from Java, and the JUnit extension that brings them to tests. */
package io.habitus.backends;
