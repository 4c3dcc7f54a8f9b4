/** The projects: silos of watches, mentions and what people decided. */
package io.habitus.gateway.projects;
