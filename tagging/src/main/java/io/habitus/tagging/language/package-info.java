/** Which language a text is in; ask {@link io.habitus.tagging.language.Languages}. */
package io.habitus.tagging.language;
