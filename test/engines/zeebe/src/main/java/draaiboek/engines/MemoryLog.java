package draaiboek.engines;

import io.camunda.zeebe.logstreams.storage.LogStorage;
import io.camunda.zeebe.logstreams.storage.LogStorageReader;
import io.camunda.zeebe.util.buffer.BufferWriter;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** The log of a broker, kept in memory: its blocks, each under the lowest position in it. */
final class MemoryLog implements LogStorage {

    private final ConcurrentSkipListMap<Long, DirectBuffer> blocks = new ConcurrentSkipListMap<>();
    private final Set<CommitListener> listeners = new CopyOnWriteArraySet<>();

    @Override
    public LogStorageReader newReader() {
        return new Reader();
    }

    @Override
    public void append(long lowestPosition, long highestPosition, BufferWriter block, AppendListener listener) {
        var content = new UnsafeBuffer(new byte[block.getLength()]);
        block.write(content, 0);
        blocks.put(lowestPosition, content);
        listener.onWrite(lowestPosition, highestPosition);
        listener.onCommit(lowestPosition, highestPosition);
        listeners.forEach(CommitListener::onCommit);
    }

    @Override
    public void addCommitListener(CommitListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeCommitListener(CommitListener listener) {
        listeners.remove(listener);
    }

    private final class Reader implements LogStorageReader {

        private long from;

        @Override
        public void seek(long position) {
            var block = blocks.floorKey(position);
            from = block == null ? 0 : block;
        }

        @Override
        public boolean hasNext() {
            return blocks.ceilingKey(from) != null;
        }

        @Override
        public DirectBuffer next() {
            var block = blocks.ceilingEntry(from);
            if (block == null) {
                throw new NoSuchElementException();
            }
            from = block.getKey() + 1;
            return block.getValue();
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
