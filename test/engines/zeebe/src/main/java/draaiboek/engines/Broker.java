package draaiboek.engines;

import io.camunda.search.clients.SearchClientsProxy;
import io.camunda.security.auth.BrokerRequestAuthorizationConverter;
import io.camunda.security.configuration.SecurityConfiguration;
import io.camunda.zeebe.db.AccessMetricsConfiguration;
import io.camunda.zeebe.db.AccessMetricsConfiguration.Kind;
import io.camunda.zeebe.db.ConsistencyChecksSettings;
import io.camunda.zeebe.db.ZeebeDb;
import io.camunda.zeebe.db.impl.rocksdb.RocksDbConfiguration;
import io.camunda.zeebe.db.impl.rocksdb.ZeebeRocksDbFactory;
import io.camunda.zeebe.engine.EngineConfiguration;
import io.camunda.zeebe.engine.processing.EngineProcessors;
import io.camunda.zeebe.engine.processing.message.command.SubscriptionCommandSender;
import io.camunda.zeebe.engine.processing.streamprocessor.JobStreamer;
import io.camunda.zeebe.logstreams.log.LogAppendEntry;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.logstreams.log.LogStreamReader;
import io.camunda.zeebe.logstreams.log.LogStreamWriter;
import io.camunda.zeebe.logstreams.log.LoggedEvent;
import io.camunda.zeebe.logstreams.log.WriteContext;
import io.camunda.zeebe.protocol.ZbColumnFamilies;
import io.camunda.zeebe.protocol.impl.encoding.AuthInfo;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RejectionType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.scheduler.ActorScheduler;
import io.camunda.zeebe.stream.api.CommandResponseWriter;
import io.camunda.zeebe.stream.api.InterPartitionCommandSender;
import io.camunda.zeebe.stream.impl.ControllableStreamClockImpl;
import io.camunda.zeebe.stream.impl.StreamProcessor;
import io.camunda.zeebe.util.FeatureFlags;
import io.camunda.zeebe.util.buffer.BufferWriter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import org.agrona.DirectBuffer;

/**
 * The engine of Camunda 8 with nothing around it: one partition, its state in a folder of its own, its log in memory, and
 * a clock that stands still until it is moved. Commands go straight into the log, as a gateway would write them.
 */
final class Broker implements AutoCloseable {

    private static final int PARTITION = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path state = Files.createTempDirectory("zeebe");
    private final ActorScheduler scheduler = ActorScheduler.newActorScheduler()
            .setCpuBoundActorThreadCount(1)
            .setIoBoundActorThreadCount(1)
            .build();
    private final LogStream log;
    private final LogStreamWriter writer;
    private final LogStreamReader reader;
    private final ZeebeDb<ZbColumnFamilies> database;
    private final StreamProcessor processor;
    private final BiConsumer<LoggedEvent, RecordMetadata> listener;
    private volatile Instant now;
    private long read = -1;

    /** @param listener is told of every event and every refused command, in order, when it is waited for */
    Broker(Instant begin, BiConsumer<LoggedEvent, RecordMetadata> listener) throws IOException {
        this.listener = listener;
        now = begin;
        scheduler.start();
        log = LogStream.builder()
                .withPartitionId(PARTITION)
                .withLogStorage(new MemoryLog())
                .withClock(() -> now)
                .withMeterRegistry(new SimpleMeterRegistry())
                .build();
        writer = log.newLogStreamWriter();
        reader = log.newLogStreamReader();
        database = new ZeebeRocksDbFactory<ZbColumnFamilies>(
                        new RocksDbConfiguration(),
                        new ConsistencyChecksSettings(),
                        new AccessMetricsConfiguration(Kind.NONE, PARTITION),
                        SimpleMeterRegistry::new)
                .createDb(state.toFile());
        processor = processor();
        processor.openAsync(false).join();
    }

    private StreamProcessor processor() {
        var security = new SecurityConfiguration();
        security.getAuthorizations().setEnabled(false);
        var toItself = new ToItself();
        return StreamProcessor.builder()
                .logStream(log)
                .zeebeDb(database)
                .commandResponseWriter(new NoResponses())
                .partitionCommandSender(toItself)
                .recordProcessors(List.of(new io.camunda.zeebe.engine.Engine(
                        context -> EngineProcessors.createEngineProcessors(
                                context,
                                1,
                                new SubscriptionCommandSender(context.getPartitionId(), toItself),
                                toItself,
                                FeatureFlags.createDefault(),
                                JobStreamer.noop(),
                                SearchClientsProxy.noop(),
                                new BrokerRequestAuthorizationConverter(security)),
                        new EngineConfiguration(),
                        security)))
                .actorSchedulingService(scheduler)
                .clock(new ControllableStreamClockImpl(() -> now))
                .setScheduledTaskCheckInterval(Duration.ofMillis(5))
                .meterRegistry(new SimpleMeterRegistry())
                .build();
    }

    Instant now() {
        return now;
    }

    /** Sets the clock; what is due by then happens soon, and has to be waited for. */
    void setClock(Instant time) {
        now = time;
    }

    /** Writes a command, and waits until the engine has done it and all that follows from it. */
    void command(ValueType type, Intent intent, long key, UnifiedRecordValue value) {
        var refused = new String[1];
        long position = write(type, intent, key, value);
        rest((event, metadata) -> {
            if (metadata.getRecordType() == RecordType.COMMAND_REJECTION
                    && metadata.getValueType() == type
                    && metadata.getIntent() == intent
                    && event.getSourceEventPosition() == position) {
                refused[0] = metadata.getRejectionReason();
            }
        });
        if (refused[0] != null) {
            throw new Refusal(refused[0]);
        }
    }

    /** Waits until the engine does nothing any more. */
    void rest() {
        rest((event, metadata) -> {});
    }

    private void rest(BiConsumer<LoggedEvent, RecordMetadata> also) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        int restful = 0;
        while (restful < 3) {
            if (System.nanoTime() > until) {
                throw new Refusal("the engine goes on without end");
            }
            if (processor.isFailed()) {
                throw new IllegalStateException("the engine broke down");
            }
            restful = processor.hasProcessingReachedTheEnd().join() && !reportNew(also) ? restful + 1 : 0;
            pause();
        }
    }

    private boolean reportNew(BiConsumer<LoggedEvent, RecordMetadata> also) {
        boolean any = false;
        reader.seekToNextEvent(read);
        while (reader.hasNext()) {
            var event = reader.next();
            var metadata = new RecordMetadata();
            event.readMetadata(metadata);
            if (metadata.getRecordType() != RecordType.COMMAND) {
                also.accept(event, metadata);
                listener.accept(event, metadata);
            }
            read = event.getPosition();
            any = true;
        }
        return any;
    }

    static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException error) {
            throw new IllegalStateException(error);
        }
    }

    private long write(ValueType type, Intent intent, long key, UnifiedRecordValue value) {
        var metadata = new RecordMetadata().recordType(RecordType.COMMAND).valueType(type).intent(intent);
        var entry = key < 0 ? LogAppendEntry.of(metadata, value) : LogAppendEntry.of(key, metadata, value);
        var written = writer.tryWrite(WriteContext.internal(), entry);
        if (written.isLeft()) {
            throw new IllegalStateException("the log takes no more: " + written.getLeft());
        }
        return written.get();
    }

    @Override
    public void close() {
        try {
            processor.closeAsync().join();
            reader.close();
            log.close();
            database.close();
            scheduler.stop().get();
            try (var files = Files.walk(state)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (Exception error) {
            throw new IllegalStateException(error);
        }
    }

    /** What one partition has to say to another: here always to itself. */
    private final class ToItself implements InterPartitionCommandSender {

        @Override
        public void sendCommand(
                int partition, ValueType type, Intent intent, Long key, UnifiedRecordValue value, AuthInfo who) {
            write(type, intent, key == null ? -1 : key, value);
        }
    }

    /** Nobody waits for a response: what became of a command stands in the log. */
    private static final class NoResponses implements CommandResponseWriter {

        @Override
        public CommandResponseWriter partitionId(int partition) {
            return this;
        }

        @Override
        public CommandResponseWriter key(long key) {
            return this;
        }

        @Override
        public CommandResponseWriter intent(Intent intent) {
            return this;
        }

        @Override
        public CommandResponseWriter recordType(RecordType type) {
            return this;
        }

        @Override
        public CommandResponseWriter valueType(ValueType type) {
            return this;
        }

        @Override
        public CommandResponseWriter rejectionType(RejectionType type) {
            return this;
        }

        @Override
        public CommandResponseWriter rejectionReason(DirectBuffer reason) {
            return this;
        }

        @Override
        public CommandResponseWriter valueWriter(BufferWriter value) {
            return this;
        }

        @Override
        public void tryWriteResponse(int stream, long request) {
            // nobody waits
        }
    }
}
