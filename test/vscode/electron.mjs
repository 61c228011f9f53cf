import { join } from 'node:path';
import { Complaint } from './complaint.mjs';
import { runQuietly } from './processes.mjs';
import { suiteEnvironment } from './workspace.mjs';

/**
 * Runs the suite in the desktop's VS Code, which is downloaded to .vscode-test/ the first time.
 *
 * @param {object} options
 * @param {string} options.vsix the packed extension
 * @param {import('./workspace.mjs').Folders} options.folders
 * @param {string} [options.grep]
 * @throws {Complaint} when VS Code cannot be downloaded
 */
export async function runInElectron({ vsix, folders, grep }) {
    const { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } =
        await import('@vscode/test-electron');
    const executable = await downloadAndUnzipVSCode('stable').catch((/** @type {Error} */ error) => {
        throw new Complaint(
            `VS Code could not be downloaded (${error.message}): run "npm run test:editor" without --electron instead.`,
        );
    });
    const own = ['--user-data-dir', folders.userData, '--extensions-dir', folders.extensions];
    const [cli, ...cliArguments] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
    await runQuietly(
        'installing the packed extension',
        cli ?? executable,
        [...cliArguments, ...own, '--install-extension', vsix, '--force'],
        { seconds: 120 },
    );
    await runTests({
        vscodeExecutablePath: executable,
        reuseMachineInstall: true,
        extensionDevelopmentPath: folders.nothing,
        extensionTestsPath: join(folders.suite, 'index.js'),
        extensionTestsEnv: suiteEnvironment(folders, grep),
        launchArgs: [folders.workspace, ...own, '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
    }).catch((/** @type {Error} */ error) => console.error(error.message)); // the counts decide, see run.mjs
}
