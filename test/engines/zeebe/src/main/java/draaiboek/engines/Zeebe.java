package draaiboek.engines;

import io.camunda.zeebe.logstreams.log.LoggedEvent;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import io.camunda.zeebe.protocol.impl.record.value.incident.IncidentRecord;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageRecord;
import io.camunda.zeebe.protocol.impl.record.value.message.ProcessMessageSubscriptionRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceRecord;
import io.camunda.zeebe.protocol.impl.record.value.timer.TimerRecord;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.impl.record.value.variable.VariableDocumentRecord;
import io.camunda.zeebe.protocol.impl.record.value.variable.VariableRecord;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.DeploymentIntent;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessMessageSubscriptionIntent;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.intent.VariableDocumentIntent;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.VariableDocumentUpdateSemantic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A real Zeebe engine in this program. What an instance does is read from the log of the engine. */
public final class Zeebe implements Engine {

    private static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");
    private static final long NEW = -1;

    private final Broker broker;
    private final Map<Long, Running> running = new HashMap<>();
    /** By instance: those that it starts with come before it. */
    private final Map<Long, Map<String, Object>> variables = new HashMap<>();
    private long started;

    private Zeebe() throws IOException {
        broker = new Broker(BEGIN, this::see);
    }

    public static void main(String[] args) throws Exception {
        System.exit(Player.run(args, Zeebe::new));
    }

    @Override
    public void deploy(Path file) throws IOException {
        var deployment = new DeploymentRecord();
        deployment.resources().add().setResourceName(file.getFileName().toString()).setResource(Files.readAllBytes(file));
        broker.command(ValueType.DEPLOYMENT, DeploymentIntent.CREATE, NEW, deployment);
    }

    @Override
    public Instance start(String process, Map<String, Object> variables) {
        broker.setClock(BEGIN);
        var creation = new ProcessInstanceCreationRecord().setBpmnProcessId(process).setVariables(document(variables));
        broker.command(ValueType.PROCESS_INSTANCE_CREATION, ProcessInstanceCreationIntent.CREATE, NEW, creation);
        var instance = running.get(started);
        instance.checkIncidents();
        return instance;
    }

    @Override
    public void close() {
        broker.close();
    }

    private void see(LoggedEvent event, RecordMetadata metadata) {
        if (metadata.getRecordType() != RecordType.EVENT) {
            return;
        }
        switch (metadata.getIntent()) {
            case ProcessInstanceCreationIntent created -> {
                var value = new ProcessInstanceCreationRecord();
                event.readValue(value);
                started = value.getProcessInstanceKey();
            }
            case ProcessInstanceIntent intent -> seeElement(event, intent);
            case UserTaskIntent intent -> seeTask(event, intent);
            case TimerIntent intent -> seeTimer(event, intent);
            case ProcessMessageSubscriptionIntent intent -> seeMessage(event, intent);
            case VariableIntent changed -> seeVariable(event);
            case IncidentIntent intent -> seeIncident(event, intent);
            default -> {}
        }
    }

    private void seeElement(LoggedEvent event, ProcessInstanceIntent intent) {
        var value = new ProcessInstanceRecord();
        event.readValue(value);
        var key = value.getProcessInstanceKey();
        boolean isProcess = value.getBpmnElementType() == BpmnElementType.PROCESS;
        if (isProcess && intent == ProcessInstanceIntent.ELEMENT_ACTIVATING) {
            var caller = running.get(value.getParentProcessInstanceKey());
            running.putIfAbsent(key, caller == null ? new Running(key) : caller);
        }
        var instance = running.get(key);
        if (instance == null) {
            return;
        }
        // an end event that throws an error or escalates is not completed, but taken away by what it throws
        var reached = value.getBpmnElementType() == BpmnElementType.END_EVENT
                ? ProcessInstanceIntent.ELEMENT_ACTIVATED
                : ProcessInstanceIntent.ELEMENT_COMPLETED;
        if (intent == reached) {
            instance.completed.add(value.getElementId());
        }
        if (isProcess
                && key == instance.key
                && (intent == ProcessInstanceIntent.ELEMENT_COMPLETED || intent == ProcessInstanceIntent.ELEMENT_TERMINATED)) {
            instance.ended = true;
        }
    }

    private void seeTask(LoggedEvent event, UserTaskIntent intent) {
        var value = new UserTaskRecord();
        event.readValue(value);
        var instance = running.get(value.getProcessInstanceKey());
        if (instance == null) {
            return;
        }
        switch (intent) {
            case CREATED -> instance.tasks.put(event.getKey(), task(event.getKey(), value));
            case COMPLETED, CANCELED -> instance.tasks.remove(event.getKey());
            default -> {}
        }
    }

    private static Task task(long key, UserTaskRecord value) {
        var due = value.getDueDate();
        return new Task(
                Long.toString(key),
                value.getElementId(),
                value.getCandidateGroupsList().stream().sorted().toList(),
                due.isEmpty() ? null : ZonedDateTime.parse(due).toInstant());
    }

    private void seeTimer(LoggedEvent event, TimerIntent intent) {
        var value = new TimerRecord();
        event.readValue(value);
        var instance = running.get(value.getProcessInstanceKey());
        if (instance == null) {
            return;
        }
        if (intent == TimerIntent.CREATED) {
            var due = Instant.ofEpochMilli(value.getDueDate());
            instance.timers.put(event.getKey(), new Timer(Long.toString(event.getKey()), value.getTargetElementId(), due));
        } else if (intent == TimerIntent.TRIGGERED || intent == TimerIntent.CANCELED) {
            instance.timers.remove(event.getKey());
        }
    }

    private void seeMessage(LoggedEvent event, ProcessMessageSubscriptionIntent intent) {
        var value = new ProcessMessageSubscriptionRecord();
        event.readValue(value);
        var instance = running.get(value.getProcessInstanceKey());
        if (instance == null) {
            return;
        }
        switch (intent) {
            case CREATED -> instance.awaited.put(value.getMessageName(), value.getCorrelationKey());
            case CORRELATED -> instance.messages++;
            case DELETED -> instance.awaited.remove(value.getMessageName());
            default -> {}
        }
    }

    private void seeVariable(LoggedEvent event) {
        var value = new VariableRecord();
        event.readValue(value);
        var key = value.getProcessInstanceKey();
        if (value.getScopeKey() == key) {
            variables
                    .computeIfAbsent(key, none -> new TreeMap<>())
                    .put(value.getName(), Case.GSON.fromJson(value.getValue(), Object.class));
        }
    }

    private void seeIncident(LoggedEvent event, IncidentIntent intent) {
        var value = new IncidentRecord();
        event.readValue(value);
        var instance = running.get(value.getProcessInstanceKey());
        if (instance != null && intent == IncidentIntent.CREATED) {
            instance.incidents.add(value.getElementId() + ": " + value.getErrorMessage());
        }
    }

    private final class Running implements Instance {

        private final long key;
        private final Map<Long, Task> tasks = new TreeMap<>();
        private final Map<Long, Timer> timers = new TreeMap<>();
        private final List<String> completed = new ArrayList<>();
        private final List<String> incidents = new ArrayList<>();
        /** The messages that it waits for, with the key by which they find it. */
        private final Map<String, String> awaited = new HashMap<>();
        private int messages;
        private boolean ended;

        Running(long key) {
            this.key = key;
        }

        @Override
        public List<Task> tasks() {
            return List.copyOf(tasks.values());
        }

        @Override
        public List<Timer> timers() {
            return timers.values().stream().sorted(Comparator.comparing(Timer::dueDate)).toList();
        }

        /** The engine knows no members of groups: Camunda's task list offers a task by what stands in its candidate groups. */
        @Override
        public void complete(Task task, String group, Map<String, Object> given) {
            long key = Long.parseLong(task.key());
            if (group != null) {
                var claim = new UserTaskRecord().setUserTaskKey(key).setAssignee("member-of-" + group).setAction("claim");
                broker.command(ValueType.USER_TASK, UserTaskIntent.CLAIM, key, claim);
            }
            var completion = new UserTaskRecord().setUserTaskKey(key).setVariables(document(given)).setAction("complete");
            broker.command(ValueType.USER_TASK, UserTaskIntent.COMPLETE, key, completion);
            checkIncidents();
        }

        @Override
        public void fire(Timer timer) {
            for (var next = firstDue(timer); next.isPresent(); next = firstDue(timer)) {
                if (next.get().dueDate().isAfter(broker.now())) {
                    broker.setClock(next.get().dueDate());
                }
                long key = Long.parseLong(next.get().key());
                for (int i = 0; timers.containsKey(key); i++) {
                    if (i > 2000) {
                        throw new Refusal("the engine lets timer " + next.get().id() + " pass");
                    }
                    if (i == 100) {
                        // the engine looks ten times a second: what was due when it was made fires when time goes on
                        broker.setClock(broker.now().plusSeconds(1));
                    }
                    broker.rest();
                }
                checkIncidents();
            }
        }

        private Optional<Timer> firstDue(Timer until) {
            return timers().stream().findFirst().filter(timer -> !timer.dueDate().isAfter(until.dueDate()));
        }

        @Override
        public void send(String message, Map<String, Object> given) {
            if (!awaited.containsKey(message)) {
                throw new Refusal("nothing waits for this message");
            }
            int before = messages;
            var sent = new MessageRecord()
                    .setName(message)
                    .setCorrelationKey(awaited.get(message))
                    .setTimeToLive(0)
                    .setVariables(document(given));
            broker.command(ValueType.MESSAGE, MessageIntent.PUBLISH, NEW, sent);
            checkIncidents();
            if (messages == before) {
                throw new Refusal("the message did not arrive");
            }
        }

        @Override
        public void set(Map<String, Object> given) {
            var update = new VariableDocumentRecord()
                    .setScopeKey(key)
                    .setUpdateSemantics(VariableDocumentUpdateSemantic.PROPAGATE)
                    .setVariables(document(given));
            broker.command(ValueType.VARIABLE_DOCUMENT, VariableDocumentIntent.UPDATE, NEW, update);
            checkIncidents();
        }

        @Override
        public List<String> completed() {
            return completed;
        }

        @Override
        public boolean ended() {
            return ended;
        }

        @Override
        public Map<String, Object> variables() {
            return variables.getOrDefault(key, Map.of());
        }

        /** Where the engine cannot go on, it says so in an incident and waits. */
        void checkIncidents() {
            if (!incidents.isEmpty()) {
                throw new Refusal("incident at " + String.join("; ", incidents));
            }
        }

        @Override
        public void close() {
            if (!ended) {
                broker.command(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.CANCEL, key, new ProcessInstanceRecord());
            }
            running.values().removeIf(instance -> instance == this);
            variables.clear();
        }
    }

    private static DirectBuffer document(Map<String, Object> variables) {
        return new UnsafeBuffer(MsgPackConverter.convertToMsgPack(Case.GSON.toJson(variables)));
    }
}
