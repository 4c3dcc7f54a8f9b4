/** The keys, and the sessions of browsers that were opened with one. */
package io.habitus.gateway.keys;
