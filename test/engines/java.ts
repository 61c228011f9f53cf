import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** A player in Java. */
export interface Player {
    /** its folder here */
    readonly folder: 'operaton' | 'zeebe';
    readonly main: string;
    /** the oldest Java that it runs on */
    readonly java: number;
    /** the folder in `build/engines/` where Maven puts it */
    readonly built: string;
    /** what Maven is told besides */
    readonly options?: readonly string[];
}

/** Where the players are built; the project is the folder that Node was started in. */
const BUILT = join(process.cwd(), 'build/engines');
const SOURCES = join(process.cwd(), 'test/engines');

/** The place of a JDK that is at least this new, the oldest such first; an error that says what to do if there is none. */
export function findJdk(atLeast: number): string {
    const found = jdkFolders().flatMap((folder) => {
        const version = /^JAVA_VERSION="(?:1\.)?(\d+)/m.exec(readFileSync(join(folder, 'release'), 'utf8'))?.[1];
        return version === undefined ? [] : [{ folder, version: Number(version) }];
    });
    const fitting = found.filter(({ version }) => version >= atLeast).sort((one, other) => one.version - other.version);
    if (fitting[0] === undefined) {
        const there = found.map(({ folder, version }) => `${version} (${folder})`).join(', ') || 'none';
        throw new Error(
            `This needs a JDK ${atLeast} or newer; found: ${there}. Install one, or name its folder in JAVA_HOME.`,
        );
    }
    return fitting[0].folder;
}

function jdkFolders(): string[] {
    const onPath = (process.env['PATH'] ?? '')
        .split(delimiter)
        .map((folder) => join(folder, 'javac'))
        .filter((file) => existsSync(file))
        .map((file) => dirname(dirname(realpathSync(file))));
    const named = [process.env['JAVA_HOME'], ...onPath, ...globSync('/usr/lib/jvm/*')];
    return [
        ...new Set(
            named
                .filter((folder) => folder !== undefined)
                .filter(isJdk)
                .map((folder) => realpathSync(folder)),
        ),
    ];
}

function isJdk(folder: string): boolean {
    return existsSync(join(folder, 'release')) && existsSync(join(folder, 'bin/javac'));
}

/**
 * Builds a player with Maven, unless nothing changed since it was built: first with what is on this machine, then with what
 * has to be fetched. Gives the class path.
 */
export function build(player: Player, jdk: string): string {
    const folder = join(BUILT, player.built);
    const classpath = join(folder, 'classpath');
    const mark = join(folder, 'built-from');
    const sources = fingerprint(player, jdk);
    if (
        !existsSync(mark) ||
        readFileSync(mark, 'utf8') !== sources ||
        !libraries(classpath).every((jar) => existsSync(jar))
    ) {
        mkdirSync(folder, { recursive: true });
        const failed = maven(player, jdk, ['-o']) && maven(player, jdk, []);
        if (failed) {
            throw new Error(`Maven could not build the player for ${player.folder}:\n${failed}`);
        }
        writeFileSync(mark, sources);
    }
    return [join(folder, 'classes'), ...libraries(classpath)].join(delimiter);
}

function libraries(classpath: string): string[] {
    return existsSync(classpath) ? readFileSync(classpath, 'utf8').trim().split(delimiter) : [];
}

/** What a player is built from, in short. */
function fingerprint({ folder, options = [] }: Player, jdk: string): string {
    const hash = createHash('sha256')
        .update(readFileSync(join(jdk, 'release')))
        .update(options.join(' '));
    const files = globSync(['pom.xml', `{player,${folder}}/**/*.{xml,java}`], { cwd: SOURCES }).sort();
    for (const file of files) {
        hash.update(file).update(readFileSync(join(SOURCES, file)));
    }
    return hash.digest('hex');
}

/** Runs Maven; gives what it said if it failed, and nothing if not. */
function maven({ folder, options = [] }: Player, jdk: string, offline: readonly string[]): string | undefined {
    const args = ['-q', '-B', ...offline, ...options, '-f', join(SOURCES, 'pom.xml'), '-pl', folder, '-am', 'compile'];
    try {
        execFileSync('mvn', args, { env: { ...process.env, JAVA_HOME: jdk }, stdio: ['ignore', 'pipe', 'pipe'] });
        return undefined;
    } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
            throw new Error('This needs Maven (mvn), which is not on this machine.', { cause: error });
        }
        const said = error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
        return (
            said
                .split('\n')
                .filter((line) => line.includes('ERROR'))
                .slice(0, 8)
                .join('\n') || said
        );
    }
}
