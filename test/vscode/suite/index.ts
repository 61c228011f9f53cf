/**
 * The module that VS Code loads into its extension host (`extensionTestsPath`). One bundle serves both hosts of the
 * tests: code-server here and in CI, and the desktop's VS Code started by @vscode/test-electron.
 */
import { writeFileSync } from 'node:fs';
import { format } from 'node:util';
import Mocha from 'mocha';
import { MARK } from '../source-text.mjs';

/** Runs all tests, writes the counts to the file that the driver named, and fails when a test fails. */
export async function run(): Promise<void> {
    const resultFile = process.env['DRAAIBOEK_TEST_RESULT'];
    if (!resultFile) throw new Error('DRAAIBOEK_TEST_RESULT is not set: start this suite with npm run test:editor.');

    const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, timeout: 30_000, forbidOnly: true });
    Mocha.reporters.Base.consoleLog = (...text: unknown[]) => {
        for (const line of format(...text).split('\n')) console.log(MARK + line);
    };
    const pattern = process.env['DRAAIBOEK_TEST_GREP'];
    if (pattern) mocha.grep(pattern);
    mocha.suite.emit('pre-require', globalThis, '', mocha);
    await import('./extension.suite.js');
    await import('./diagnostics.suite.js');
    await import('./editing.suite.js');
    await import('./navigation.suite.js');
    await import('./services.suite.js');
    await import('./side-bar.suite.js');
    await import('./scenarios.suite.js');
    await import('./commands.suite.js');
    await import('./walk.suite.js');

    const runner = await new Promise<Mocha.Runner>((resolve) => {
        const started = mocha.run(() => resolve(started));
    });
    const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
    writeFileSync(resultFile, JSON.stringify({ passed: passes, failed: failures, pending }));
    if (failures > 0) throw new Error(`${failures} failed in the extension host.`);
}
