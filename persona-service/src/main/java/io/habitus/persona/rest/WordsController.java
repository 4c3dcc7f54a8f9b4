package io.habitus.persona.rest;

import io.habitus.contracts.LiveView.Window;
import io.habitus.contracts.Polarity.Pile;
import io.habitus.persona.range.Range;
import io.habitus.persona.timeline.TimelinesAway;
import io.habitus.persona.wording.Told;
import io.habitus.persona.wording.WatchWords;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** In which of their own words people speak, over HTTP. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
public final class WordsController {

    private final WatchWords words;
    private final InstantSource clock;

    public WordsController(WatchWords words, InstantSource clock) {
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/watches/{watch}/words")
    WordsAnswer words(
            @PathVariable("project") String project,
            @PathVariable("watch") String watch,
            @RequestParam(name = "window", required = false) String window,
            @RequestParam(name = "from", required = false) String from,
            @RequestParam(name = "to", required = false) String to,
            @RequestParam(name = "tz", required = false) String tz,
            @RequestParam(name = "polarity", required = false) String polarity) {
        Range range =
                switch (ViewQuestion.of(window, from, to, null, tz)) {
                    case ViewQuestion.Rolling(var asked) -> rolling(asked, clock.instant());
                    case ViewQuestion.Chosen(var chosen) -> chosen;
                };
        Instant start = range.from() == null ? ViewQuestion.EARLIEST : range.from();
        Instant end = range.to() == null ? ViewQuestion.LATEST : range.to();
        Pile pile = polarity == null ? null : ViewQuestion.pile(polarity);
        try {
            return switch (told(project, watch, pile, start, end)) {
                case Told.Answer answer -> WordsAnswer.of(project, watch, pile, answer);
                case Told.Later(var reason, var after) -> throw Problem.later(reason, after);
            };
        } catch (TimelinesAway away) {
            throw Problem.notYet("what was said is being restored", away);
        }
    }

    private Told told(String project, String watch, Pile pile, Instant from, Instant to) {
        return pile == null ? words.of(project, watch, from, to) : words.ofPile(project, watch, pile, from, to);
    }

    /** The rolling window as it is at this moment: whoever asks in the same minute asks the same. */
    static Range rolling(Window window, Instant now) {
        Instant end = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        return new Range(end.minus(window.length()), end, null, ZoneOffset.UTC);
    }
}
