/** The saved queries of all projects, and which of them hear a post. */
package io.habitus.analysis.watches;
