package io.habitus.persona.range;

/** A range was to be cut into more buckets than anybody can look at. */
public final class TooManyBuckets extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyBuckets(Interval interval, int most) {
        super("the range has more than " + most + " buckets by " + interval.word());
    }
}
