package io.habitus.commandline;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A stretch of time as people type it: {@code 30s}, {@code 10m}, {@code 2h}, {@code 7d}. */
final class Span implements ITypeConverter<Duration> {

    private static final Pattern TYPED = Pattern.compile("([1-9]\\d{0,5})([smhd])");

    @Override
    public Duration convert(String typed) {
        Matcher matcher = TYPED.matcher(typed.strip());
        if (!matcher.matches()) {
            throw new TypeConversionException("a stretch of time is written as 30s, 10m, 2h or 7d, not " + typed);
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2).charAt(0)) {
            case 's' -> Duration.ofSeconds(number);
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
