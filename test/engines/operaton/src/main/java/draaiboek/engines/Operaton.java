package draaiboek.engines;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.operaton.bpm.engine.MismatchingMessageCorrelationException;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.operaton.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.operaton.bpm.engine.impl.history.event.HistoryEvent;
import org.operaton.bpm.engine.impl.history.event.HistoryEventTypes;
import org.operaton.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.operaton.bpm.engine.impl.persistence.entity.TimerEntity;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import org.operaton.bpm.engine.runtime.Job;
import org.operaton.bpm.engine.task.IdentityLink;

/** A real Operaton engine in this program, with a database in memory and a clock that stands still until it is moved. */
public final class Operaton implements Engine {

    private static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");

    /** More jobs than any process does without a person or time. */
    private static final int AT_ONCE = 200;

    private final ProcessEngine engine;
    /** By instance, what was completed in it: in the order of the engine, which its history does not keep. */
    private final Map<String, List<String>> completed = new HashMap<>();

    private Operaton() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:draaiboek;DB_CLOSE_DELAY=-1");
        configuration.setHistory("audit");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        // an engine takes only letters and digits for a group, until it is told otherwise
        configuration.setGroupResourceWhitelistPattern("[\\w-]+");
        configuration.setUserResourceWhitelistPattern("[\\w-]+");
        configuration.setCustomHistoryEventHandlers(List.of(new Recorder()));
        ClockUtil.setCurrentTime(Date.from(BEGIN));
        engine = configuration.buildProcessEngine();
    }

    public static void main(String[] args) throws Exception {
        System.exit(Player.run(args, Operaton::new));
    }

    @Override
    public void deploy(Path file) throws Exception {
        try (var content = Files.newInputStream(file)) {
            engine.getRepositoryService()
                    .createDeployment()
                    .addInputStream(file.getFileName().toString(), content)
                    .deploy();
        }
    }

    @Override
    public Instance start(String process, Map<String, Object> variables) {
        ClockUtil.setCurrentTime(Date.from(BEGIN));
        var key = engine.getRuntimeService().startProcessInstanceByKey(process, variables).getProcessInstanceId();
        var running = new Running(key);
        running.goOn();
        return running;
    }

    @Override
    public void close() {
        engine.close();
        ClockUtil.reset();
    }

    private final class Recorder implements HistoryEventHandler {

        /** What an error end throws takes away the scope of that end with the end itself, so it is never said to be over. */
        @Override
        public void handleEvent(HistoryEvent event) {
            if (event instanceof HistoricActivityInstanceEventEntity activity
                    && event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_END)
                    && (!activity.isCanceled() || activity.getActivityType().endsWith("EndEvent"))) {
                var root = activity.getRootProcessInstanceId();
                completed.computeIfAbsent(root, none -> new ArrayList<>()).add(activity.getActivityId());
            }
        }

        @Override
        public void handleEvents(List<HistoryEvent> events) {
            events.forEach(this::handleEvent);
        }
    }

    private final class Running implements Instance {

        private final String key;
        /** The open tasks, until something changes. */
        private List<Task> tasks;

        Running(String key) {
            this.key = key;
        }

        @Override
        public List<Task> tasks() {
            if (tasks == null) {
                tasks = readTasks();
            }
            return tasks;
        }

        private List<Task> readTasks() {
            return all().stream()
                    .flatMap(instance -> engine.getTaskService().createTaskQuery().processInstanceId(instance).list().stream())
                    .sorted(Comparator.comparing(task -> Long.valueOf(task.getId())))
                    .map(task -> new Task(task.getId(), task.getTaskDefinitionKey(), groups(task.getId()), at(task.getDueDate())))
                    .toList();
        }

        private List<String> groups(String task) {
            return engine.getTaskService().getIdentityLinksForTask(task).stream()
                    .filter(link -> link.getType().equals("candidate") && link.getGroupId() != null)
                    .map(IdentityLink::getGroupId)
                    .sorted()
                    .toList();
        }

        @Override
        public List<Timer> timers() {
            return jobs().stream()
                    .filter(job -> job.getDuedate() != null)
                    .map(job -> new Timer(job.getId(), activity(job), at(job.getDuedate())))
                    .toList();
        }

        private String activity(Job job) {
            return engine.getManagementService()
                    .createJobDefinitionQuery()
                    .jobDefinitionId(job.getJobDefinitionId())
                    .singleResult()
                    .getActivityId();
        }

        @Override
        public void complete(Task task, String group, Map<String, Object> variables) {
            var tasks = engine.getTaskService();
            if (group != null) {
                var user = memberOf(group);
                var query = tasks.createTaskQuery().taskId(task.key()).taskCandidateGroup(group);
                if (query.count() != 1 || tasks.createTaskQuery().taskId(task.key()).taskCandidateUser(user).count() != 1) {
                    throw new Refusal("the engine does not offer the task to group " + group);
                }
                tasks.claim(task.key(), user);
            }
            tasks.complete(task.key(), variables);
            goOn();
        }

        @Override
        public void fire(Timer timer) {
            var next = firstDue(timer.dueDate());
            while (next.isPresent()) {
                ClockUtil.setCurrentTime(Date.from(next.get().dueDate()));
                goOn();
                next = firstDue(timer.dueDate());
            }
        }

        private Optional<Timer> firstDue(Instant until) {
            return timers().stream().findFirst().filter(timer -> !timer.dueDate().isAfter(until));
        }

        @Override
        public void send(String message, Map<String, Object> variables) {
            try {
                engine.getRuntimeService()
                        .createMessageCorrelation(message)
                        .processInstanceId(key)
                        .setVariables(variables)
                        .correlate();
            } catch (MismatchingMessageCorrelationException error) {
                throw new Refusal("nothing waits for this message");
            }
            goOn();
        }

        @Override
        public void set(Map<String, Object> variables) {
            engine.getRuntimeService().setVariables(key, variables);
            goOn();
        }

        @Override
        public List<String> completed() {
            return completed.getOrDefault(key, List.of());
        }

        @Override
        public boolean ended() {
            return engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(key).count() == 0;
        }

        @Override
        public Map<String, Object> variables() {
            var values = new LinkedHashMap<String, Object>();
            engine.getHistoryService().createHistoricVariableInstanceQuery().processInstanceId(key).orderByVariableName().asc()
                    .list().stream()
                    .filter(variable -> key.equals(variable.getActivityInstanceId()))
                    .forEach(variable -> values.put(variable.getName(), variable.getValue()));
            return values;
        }

        @Override
        public void close() {
            if (!ended()) {
                engine.getRuntimeService().deleteProcessInstance(key, "the case is over");
            }
            completed.remove(key);
        }

        /** Does what the engine would do by itself by now, the earliest first. */
        void goOn() {
            tasks = null;
            int jobs = 0;
            for (var due = firstJob(); due.isPresent(); due = firstJob()) {
                if (++jobs > AT_ONCE) {
                    throw new Refusal("the instance goes on without end at " + activity(due.get()));
                }
                if (due.get() instanceof TimerEntity timer && timer.getRepeat() != null) {
                    // at the very moment itself, a timer that repeats is due again
                    ClockUtil.setCurrentTime(Date.from(at(ClockUtil.getCurrentTime()).plusMillis(1)));
                }
                engine.getManagementService().executeJob(due.get().getId());
            }
        }

        private Optional<Job> firstJob() {
            var now = ClockUtil.getCurrentTime();
            return jobs().stream()
                    .findFirst()
                    .filter(job -> job.getDuedate() == null || !job.getDuedate().after(now));
        }

        private List<Job> jobs() {
            return all().stream()
                    .flatMap(instance -> engine.getManagementService().createJobQuery().processInstanceId(instance).active().list().stream())
                    .sorted(Comparator.comparing(Job::getDuedate, Comparator.nullsFirst(Comparator.naturalOrder()))
                            .thenComparing(job -> Long.valueOf(job.getId())))
                    .toList();
        }

        /** The instance, and those that it called. */
        private List<String> all() {
            var found = new ArrayList<>(List.of(key));
            for (int i = 0; i < found.size(); i++) {
                engine.getRuntimeService().createProcessInstanceQuery().superProcessInstanceId(found.get(i)).list()
                        .forEach(called -> found.add(called.getId()));
            }
            return found;
        }
    }

    /** Somebody of a group: both come into being when they are first asked for. */
    private String memberOf(String group) {
        var identity = engine.getIdentityService();
        var user = "member-of-" + group;
        if (identity.createUserQuery().userId(user).count() == 0) {
            identity.saveGroup(identity.newGroup(group));
            identity.saveUser(identity.newUser(user));
            identity.createMembership(user, group);
        }
        return user;
    }

    private static Instant at(Date date) {
        return date == null ? null : date.toInstant();
    }
}
