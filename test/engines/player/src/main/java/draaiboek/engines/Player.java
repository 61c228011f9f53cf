package draaiboek.engines;

import com.google.gson.Gson;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Deploys all there is and plays each case to its end, in whatever engine. */
public final class Player {

    private static final Gson GSON = Case.GSON
            .newBuilder()
            .registerTypeAdapter(
                    Instant.class, (JsonSerializer<Instant>) (date, type, context) -> new JsonPrimitive(date.toString()))
            .create();

    private final Engine engine;
    private final Map<String, Model> models = new HashMap<>();
    private final List<Outcome.Deployment> deployments = new ArrayList<>();

    private Player(Engine engine) {
        this.engine = engine;
    }

    /** How an engine is started. */
    @FunctionalInterface
    public interface Starter {
        Engine start() throws Exception;
    }

    /**
     * The command line of each engine: a folder with BPMN files, a folder with cases, and the file for the results.
     *
     * @return 0 if all went as the cases say, 1 if not: the results then say what
     */
    public static int run(String[] args, Starter starter) throws Exception {
        if (args.length != 3) {
            System.err.println("Arguments: <folder with .bpmn files> <folder with .json cases> <file for the results>");
            return 2;
        }
        var cases = new ArrayList<Case>();
        for (Path file : files(Path.of(args[1]), "json")) {
            cases.addAll(Case.read(file));
        }
        Outcome outcome;
        try (var engine = starter.start()) {
            var player = new Player(engine);
            player.deploy(Path.of(args[0]));
            outcome = new Outcome(player.deployments, cases.stream().map(player::play).toList());
        }
        Files.writeString(Path.of(args[2]), GSON.toJson(outcome) + "\n");
        return outcome.ok() ? 0 : 1;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (var found = Files.walk(folder)) {
            return found.filter(path -> path.toString().endsWith("." + ending)).sorted().toList();
        }
    }

    /** First what a process may refer to. */
    private void deploy(Path folder) throws IOException {
        for (var ending : List.of("form", "dmn", "bpmn")) {
            for (var file : files(folder, ending)) {
                deployments.add(deployed(folder.relativize(file).toString(), file, ending.equals("bpmn")));
            }
        }
    }

    private Outcome.Deployment deployed(String name, Path file, boolean isBpmn) {
        List<String> processes = List.of();
        try {
            if (isBpmn) {
                var model = Model.read(file);
                processes = model.processes();
                for (var process : processes) {
                    if (models.containsKey(process)) {
                        throw new Refusal("another file has a process " + process + " too");
                    }
                }
                engine.deploy(file);
                processes.forEach(process -> models.put(process, model));
            } else {
                engine.deploy(file);
            }
            return new Outcome.Deployment(name, processes, true, null);
        } catch (Exception error) {
            return new Outcome.Deployment(name, processes, false, message(error));
        }
    }

    private Outcome.Played play(Case given) {
        var played = new Outcome.Played(given);
        var model = models.get(given.process());
        if (model == null) {
            played.fail("Process " + given.process() + " is not deployed; deployed are " + models.keySet()
                    + refused(given.process()));
            return played;
        }
        try (var instance = engine.start(given.process(), given.given())) {
            var seen = new HashSet<String>();
            var told = new HashMap<String, Integer>();
            try {
                note(instance, seen, played);
                int number = 0;
                for (var step : given.steps()) {
                    number++;
                    try {
                        take(step, instance, told);
                    } catch (Exception error) {
                        throw new Refusal("step " + number + ", " + describe(step) + ": " + message(error));
                    }
                    if (step.complete() != null) {
                        played.path.add(step.complete());
                    }
                    note(instance, seen, played);
                }
            } finally {
                finish(instance, model, played);
            }
            checkEnd(given, model, instance, played);
        } catch (Exception error) {
            played.fail(message(error));
        }
        return played;
    }

    private static void take(Case.Step step, Engine.Instance instance, Map<String, Integer> told) throws Exception {
        if (step.complete() != null) {
            complete(step, instance);
        } else if (step.timer() != null) {
            var timer = instance.timers().stream().filter(each -> each.id().equals(step.timer())).findFirst();
            var times = told.merge(step.timer(), 1, Integer::sum);
            if (timer.isEmpty() && count(step.timer(), instance) >= times) {
                return; // it was due by itself since it was last told to fire
            }
            if (timer.isEmpty()) {
                throw new Refusal("no such timer runs; " + state(instance));
            }
            var before = count(step.timer(), instance);
            instance.fire(timer.get());
            if (count(step.timer(), instance) == before) {
                throw new Refusal("the timer did not fire; " + state(instance));
            }
        } else if (step.message() != null || step.set() != null) {
            if (instance.ended()) {
                throw new Refusal("the instance has ended");
            }
            if (step.set() != null) {
                instance.set(step.set());
            } else {
                instance.send(step.message(), step.given());
            }
        } else {
            var open = instance.tasks().stream().map(Engine.Task::id).sorted().toList();
            if (!open.equals(step.open().stream().sorted().toList())) {
                throw new Refusal(state(instance));
            }
        }
    }

    private static long count(String id, Engine.Instance instance) throws Exception {
        return instance.completed().stream().filter(id::equals).count();
    }

    private static void complete(Case.Step step, Engine.Instance instance) throws Exception {
        var tasks = instance.tasks();
        var candidates = tasks.stream().filter(task -> task.id().equals(step.complete())).toList();
        if (candidates.isEmpty()) {
            throw new Refusal("no such task is open; " + state(instance));
        }
        var group = step.as();
        var task = candidates.stream()
                .filter(each -> group == null ? each.candidateGroups().isEmpty() : each.candidateGroups().contains(group))
                .findFirst()
                .orElseThrow(() -> new Refusal("the task is for " + candidates.get(0).candidateGroups()));
        instance.complete(task, group, step.given());
    }

    /** Notes the tasks that were not there before. */
    private static void note(Engine.Instance instance, Set<String> seen, Outcome.Played played) throws Exception {
        for (var task : instance.tasks()) {
            if (seen.add(task.key())) {
                played.tasks.add(new Outcome.SeenTask(task.id(), task.candidateGroups(), task.dueDate()));
            }
        }
    }

    private static void finish(Engine.Instance instance, Model model, Outcome.Played played) throws Exception {
        var completed = instance.completed();
        played.events = completed.stream().filter(model::isEvent).toList();
        played.ended = instance.ended();
        played.variables = instance.variables();
    }

    private static void checkEnd(Case given, Model model, Engine.Instance instance, Outcome.Played played)
            throws Exception {
        if (given.ends() == null) {
            return;
        }
        if (!played.ended) {
            throw new Refusal("the instance has not ended; " + state(instance));
        }
        var wanted = new TreeSet<>(given.ends());
        var reached = played.events.stream().filter(model::isEnd).collect(Collectors.toCollection(TreeSet::new));
        if (!reached.equals(wanted)) {
            throw new Refusal("reached the ends " + reached + " and not " + wanted);
        }
    }

    private static String state(Engine.Instance instance) throws Exception {
        if (instance.ended()) {
            return "the instance has ended";
        }
        var tasks = instance.tasks().stream().map(task -> task.id() + " " + task.candidateGroups()).sorted().toList();
        var timers = instance.timers().stream().map(Engine.Timer::id).toList();
        return "open tasks: " + tasks + ", timers: " + timers;
    }

    private static String describe(Case.Step step) {
        if (step.complete() != null) {
            return "complete " + step.complete() + (step.as() == null ? "" : " as " + step.as());
        }
        if (step.timer() != null) {
            return "timer " + step.timer();
        }
        if (step.message() != null) {
            return "message " + step.message();
        }
        return step.set() != null ? "set " + step.set() : "open " + step.open();
    }

    private String refused(String process) {
        return deployments.stream()
                .filter(deployment -> deployment.processes().contains(process))
                .map(deployment -> "; " + deployment.file() + ": " + deployment.error())
                .collect(Collectors.joining());
    }

    private static String message(Throwable error) {
        var text = error.getMessage() == null ? error.toString() : error.getMessage();
        return error instanceof Refusal || error instanceof IOException || error.getCause() == null
                        || text.contains(String.valueOf(error.getCause().getMessage()))
                ? text
                : text + ": " + message(error.getCause());
    }
}
