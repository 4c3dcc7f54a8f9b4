package io.habitus.persona.rest;

import io.habitus.persona.expected.Expected;
import io.habitus.persona.expected.UsualVolumes;
import io.habitus.persona.range.Range;
import io.habitus.persona.range.RangeView;
import io.habitus.persona.range.Tallies;
import io.habitus.persona.range.TooManyBuckets;
import io.habitus.persona.timeline.TimelinesAway;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What watches hear, over HTTP. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
public final class ViewController {

    private final RollingAnswers rolling;
    private final Tallies tallies;
    private final UsualVolumes usual;

    /** Rolling windows from the views, every other stretch from the timelines. */
    public ViewController(RollingAnswers rolling, Tallies tallies, UsualVolumes usual) {
        this.rolling = rolling;
        this.tallies = tallies;
        this.usual = usual;
    }

    /** The views of a project's watches. */
    record Views(List<ViewAnswer> views) {}

    @GetMapping("/watches/{watch}/view")
    ViewAnswer view(
            @PathVariable("project") String project,
            @PathVariable("watch") String watch,
            @RequestParam(name = "window", required = false) String window,
            @RequestParam(name = "from", required = false) String from,
            @RequestParam(name = "to", required = false) String to,
            @RequestParam(name = "interval", required = false) String interval,
            @RequestParam(name = "tz", required = false) String tz,
            @RequestParam(name = "expected", required = false) String expected) {
        boolean withExpected = ViewQuestion.isTrue("expected", expected);
        return switch (ViewQuestion.of(window, from, to, interval, tz)) {
            case ViewQuestion.Rolling(var asked) -> ViewAnswer.of(rolling.of(project, watch, asked));
            case ViewQuestion.Chosen(var range) ->
                counted(() -> {
                    RangeView view = tallies.of(project, watch, range);
                    return ViewAnswer.of(view, isSaid(withExpected, range) ? usual.of(view) : Optional.empty());
                });
        };
    }

    @GetMapping("/views")
    Views views(
            @PathVariable("project") String project,
            @RequestParam(name = "window", required = false) String window,
            @RequestParam(name = "from", required = false) String from,
            @RequestParam(name = "to", required = false) String to,
            @RequestParam(name = "interval", required = false) String interval,
            @RequestParam(name = "tz", required = false) String tz,
            @RequestParam(name = "expected", required = false) String expected) {
        boolean withExpected = ViewQuestion.isTrue("expected", expected);
        return switch (ViewQuestion.of(window, from, to, interval, tz)) {
            case ViewQuestion.Rolling(var asked) ->
                new Views(rolling.ofProject(project, asked).stream()
                        .map(ViewAnswer::of)
                        .toList());
            case ViewQuestion.Chosen(var range) ->
                new Views(counted(() -> {
                    List<RangeView> views = tallies.ofProject(project, range);
                    List<Optional<Expected>> expectations = isSaid(withExpected, range)
                            ? usual.of(views)
                            : Collections.nCopies(views.size(), Optional.empty());
                    return IntStream.range(0, views.size())
                            .mapToObj(i -> ViewAnswer.of(views.get(i), expectations.get(i)))
                            .toList();
                }));
        };
    }

    /** What begins with the first mention has nothing before it. */
    private static boolean isSaid(boolean withExpected, Range range) {
        return withExpected && range.from() != null;
    }

    private static <T> T counted(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (TooManyBuckets tooMany) {
            throw Problem.badParameter("interval", tooMany.getMessage());
        } catch (TimelinesAway away) {
            throw Problem.notYet("the figures are being restored", away);
        }
    }
}
