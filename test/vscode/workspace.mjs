import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Complaint } from './complaint.mjs';
import { cleanEnvironment } from './processes.mjs';
import { EXAMPLE } from './source-text.mjs';

/**
 * Settings that keep the editor quiet and the tests about the extension only. Write each as the newest VS Code does: it
 * rewrites an outdated one at start, and doing so while tests run has lost documents in the extension host.
 */
const SETTINGS = {
    'chat.disableAIFeatures': true,
    'editor.wordBasedSuggestions': 'off',
    'extensions.autoCheckUpdates': false,
    'extensions.autoUpdate': 'off',
    'extensions.ignoreRecommendations': true,
    'files.autoSave': 'off',
    'files.hotExit': 'off',
    'git.autofetch': false,
    'git.openRepositoryInParentFolders': 'never',
    'telemetry.telemetryLevel': 'off',
    'workbench.startupEditor': 'none',
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/**
 * The folders of one run, below a temporary folder that the caller throws away.
 *
 * @typedef {object} Folders
 * @property {string} root
 * @property {string} home an empty home folder
 * @property {string} userData the user's data, settings included
 * @property {string} extensions where the packed extension is installed
 * @property {string} nothing an extension that does nothing: tests need one "under development", and ours is installed
 * @property {string} suite the folder of the bundled suite, whose main file is index.js
 * @property {string} result where the suite writes its counts
 * @property {string} workspace a copy of the examples, for the suite
 * @property {string} desk another copy, for the test that works as a person does
 */

/**
 * @param {string} root an empty folder, or one of an earlier time
 * @param {string} examples
 * @param {{keepCopies?: boolean}} [options] whether copies and settings of an earlier time stay as they are
 * @returns {Folders}
 * @throws {Complaint} when the example is not there
 */
export function layOut(root, examples, { keepCopies = false } = {}) {
    if (!existsSync(join(examples, EXAMPLE)))
        throw new Complaint(`The tests need the example ${EXAMPLE}, and ${examples} does not have it.`);
    const folders = {
        root,
        home: join(root, 'home'),
        userData: join(root, 'user'),
        extensions: join(root, 'extensions'),
        nothing: join(root, 'nothing'),
        suite: join(root, 'suite'),
        result: join(root, 'result.json'),
        workspace: join(root, 'workspace'),
        desk: join(root, 'desk'),
    };
    for (const folder of [folders.home, folders.extensions, folders.suite]) mkdirSync(folder, { recursive: true });
    const isKept = (/** @type {string} */ path) => keepCopies && existsSync(path);
    for (const copy of [folders.workspace, folders.desk])
        if (!isKept(copy)) cpSync(examples, copy, { recursive: true });
    const settings = join(folders.userData, 'User/settings.json');
    if (!isKept(settings)) write(settings, SETTINGS);
    write(join(folders.nothing, 'package.json'), {
        name: 'nothing',
        publisher: 'draaiboek-test',
        version: '0.0.0',
        engines: { vscode: '*' },
    });
    return folders;
}

/**
 * Makes a folder one that git keeps, with all that is in it as its first version.
 *
 * @param {string} folder
 * @param {string} home where git finds no settings of anybody
 */
export function keepInGit(folder, home) {
    for (const args of [
        ['init', '--quiet'],
        ['add', '--all'],
        ['commit', '--quiet', '--message', 'Eerste versie'],
    ]) {
        const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
        const { status, stderr } = spawnSync('git', [...who, ...args], {
            cwd: folder,
            encoding: 'utf8',
            env: cleanEnvironment({ HOME: home }),
        });
        if (status !== 0) throw new Complaint(`The tests need git: git ${args.join(' ')} failed. ${stderr ?? ''}`);
    }
}

/**
 * @param {string} file
 * @param {object} content
 */
function write(file, content) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(content, undefined, 2));
}

/**
 * What the suite is told through the environment of the extension host.
 *
 * @param {Folders} folders
 * @param {string | undefined} grep only tests whose title matches
 * @returns {Record<string, string>}
 */
export function suiteEnvironment(folders, grep) {
    return {
        DRAAIBOEK_TEST_RESULT: folders.result,
        DRAAIBOEK_TEST_EXTENSIONS: folders.extensions,
        ...(grep === undefined ? {} : { DRAAIBOEK_TEST_GREP: grep }),
    };
}
