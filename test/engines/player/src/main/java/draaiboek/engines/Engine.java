package draaiboek.engines;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A process engine that was started for the cases. What an engine refuses is thrown, with its own message. */
public interface Engine extends AutoCloseable {

    /** Deploys one file: BPMN, DMN or a form. */
    void deploy(Path file) throws Exception;

    /** Starts an instance and lets it go on until it waits. */
    Instance start(String process, Map<String, Object> variables) throws Exception;

    @Override
    void close();

    /** A user task that waits for somebody. */
    record Task(String key, String id, List<String> candidateGroups, Instant dueDate) {}

    /** A timer that is running. */
    record Timer(String key, String id, Instant dueDate) {}

    /** One running instance. Each change lets it go on until it waits again, or has ended. */
    interface Instance extends AutoCloseable {

        /** The open user tasks, in the order in which they were made. */
        List<Task> tasks() throws Exception;

        /** The running timers, by due date. */
        List<Timer> timers() throws Exception;

        /** Claims a task as somebody of a group, and completes it. */
        void complete(Task task, String group, Map<String, Object> variables) throws Exception;

        /** Moves the clock to where this timer, and whatever was due earlier, fires. */
        void fire(Timer timer) throws Exception;

        /** Sends a message to the instance, which has to wait for it. */
        void send(String message, Map<String, Object> variables) throws Exception;

        /** Sets variables of the instance from outside. */
        void set(Map<String, Object> variables) throws Exception;

        /** Elements that were completed until now, in order. */
        List<String> completed() throws Exception;

        boolean ended() throws Exception;

        /** Variables of the instance itself, also after its end. */
        Map<String, Object> variables() throws Exception;

        /** Takes away what is left of the instance, so that it is not in the way of other cases. */
        @Override
        void close();
    }
}
