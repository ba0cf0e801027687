package dev.parabola.core.results;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the networks of one cell predict, in a file of its own until the cell is done: it comes replica by replica and is needed
 * point by point, and what a hundred thousand replicas predict does not fit into memory.
 */
final class PredictionStore implements AutoCloseable {
    static final int VALUES_IN_MEMORY = 1 << 22;

    private final Path path;
    private final RandomAccessFile file;
    private final int valuesInMemory;
    private int replicas;
    private int points;
    private int blockStart;
    private double[][] block = {};

    /**
     * Makes the file.
     *
     * @param path the file, removed when the store is closed
     * @param valuesInMemory how many predictions are read at a time; at least those of one point are
     */
    PredictionStore(Path path, int valuesInMemory) {
        this.path = path;
        this.valuesInMemory = valuesInMemory;
        try {
            file = new RandomAccessFile(path.toFile(), "rw");
        } catch (IOException e) {
            throw StorageException.unwritable(path, e);
        }
    }

    /** Adds a replica of the cell: for each region the predictions at its points. */
    void add(List<double[]> predictions) {
        points = predictions.stream().mapToInt(region -> region.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(points * Double.BYTES);
        DoubleBuffer values = bytes.asDoubleBuffer();
        predictions.forEach(values::put);
        try {
            file.seek((long) replicas * bytes.capacity());
            file.write(bytes.array());
        } catch (IOException e) {
            throw StorageException.unwritable(path, e);
        }
        replicas++;
    }

    /** The predictions of all replicas at a point, in any order; points are counted through all regions. */
    double[] at(int point) {
        if (replicas == 0) {
            return new double[0];
        }
        if (point < blockStart || point >= blockStart + block.length) {
            read(point, Math.min(points - point, Math.max(1, valuesInMemory / replicas)));
        }
        return block[point - blockStart];
    }

    /** Part of what one replica predicts; replicas are counted in the order in which they were added. */
    double[] of(int replica, int start, int count) {
        byte[] bytes = new byte[count * Double.BYTES];
        try {
            file.seek(((long) replica * points + start) * Double.BYTES);
            file.readFully(bytes);
        } catch (IOException e) {
            throw StorageException.unreadable(path, e);
        }
        double[] values = new double[count];
        ByteBuffer.wrap(bytes).asDoubleBuffer().get(values);
        return values;
    }

    /** Forgets the cell. */
    void clear() {
        replicas = 0;
        block = new double[0][];
    }

    @Override
    public void close() {
        try {
            file.close();
            Files.delete(path);
        } catch (IOException e) {
            throw StorageException.unwritable(path, e);
        }
    }

    private void read(int start, int count) {
        blockStart = start;
        block = new double[count][replicas];
        byte[] bytes = new byte[count * Double.BYTES];
        DoubleBuffer values = ByteBuffer.wrap(bytes).asDoubleBuffer();
        try {
            for (int replica = 0; replica < replicas; replica++) {
                file.seek(((long) replica * points + start) * Double.BYTES);
                file.readFully(bytes);
                for (int point = 0; point < count; point++) {
                    block[point][replica] = values.get(point);
                }
            }
        } catch (IOException e) {
            throw StorageException.unreadable(path, e);
        }
    }
}
