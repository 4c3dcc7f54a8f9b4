package io.habitus.gateway.status;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a part does its work. */
enum Health {
    /** It does. */
    @JsonProperty("up")
    UP,
    /** It answers, and says that it cannot. */
    @JsonProperty("down")
    DOWN,
    /** It does not answer. */
    @JsonProperty("away")
    AWAY
}
