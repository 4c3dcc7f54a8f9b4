/** Who wrote a post and where it stands: opened here, and only here, for keys with the scope {@code identify}. */
package io.habitus.gateway.origin;
