/** What one text says: today its tokens. Pure Java. */
package io.habitus.tagging;
