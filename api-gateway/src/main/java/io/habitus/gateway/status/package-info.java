/** How everything is: health for anybody, status for bearers of keys. */
package io.habitus.gateway.status;
