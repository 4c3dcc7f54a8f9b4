/** What administrators do: {@link io.habitus.gateway.administration.KeysEndpoint}, {@link io.habitus.gateway.administration.ProjectsEndpoint}. */
package io.habitus.gateway.administration;
