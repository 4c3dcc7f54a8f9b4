/** The one door: keys, scopes, routes, the dashboard's files. */
package io.habitus.gateway;
