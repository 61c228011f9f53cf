package draaiboek.engines;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an engine did with everything it was given, as it is written to the file of results. */
record Outcome(List<Deployment> deployments, List<Played> cases) {

    boolean ok() {
        return deployments.stream().allMatch(Deployment::ok) && cases.stream().allMatch(played -> played.ok);
    }

    /** @param error what the engine said, where it refused the file */
    record Deployment(String file, List<String> processes, boolean ok, String error) {}

    record SeenTask(String id, List<String> candidateGroups, Instant dueDate) {}

    /** One case, as far as it came. */
    static final class Played {
        final String process;
        final String name;
        boolean ok = true;
        String error;
        final List<String> path = new ArrayList<>();
        List<String> events = List.of();
        final List<SeenTask> tasks = new ArrayList<>();
        Map<String, Object> variables = new LinkedHashMap<>();
        boolean ended;

        Played(Case given) {
            process = given.process();
            name = given.name();
        }

        void fail(String message) {
            ok = false;
            error = message;
        }
    }
}
