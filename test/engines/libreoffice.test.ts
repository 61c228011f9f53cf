/** LibreOffice opens every Word document of the examples: each becomes a PDF that holds its title and no broken reference. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GENERATORS } from '../../language/generate/registry.js';
import { exampleFolders } from '../language/generate/support.js';

const INSTALL = 'apt-get install -y --no-install-recommends libreoffice-writer-nogui poppler-utils';

function run(command: string, args: readonly string[]): string {
    const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1e8 });
    if (error) {
        throw new Error(`${command} is not there; install it: ${INSTALL}`);
    }
    if (status !== 0) {
        throw new Error(`${command} failed: ${stderr}`);
    }
    return stdout;
}

test('LibreOffice opens every Word document of every example', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'draaiboek-word-'));
    try {
        const documents: { readonly path: string; readonly title: string }[] = [];
        for (const { cases } of await exampleFolders()) {
            const [one] = cases;
            for (const generator of one ? GENERATORS : []) {
                const files = one ? generator.generate(one.protocol, one.options).files : [];
                for (const { path, content } of files.filter((f) => f.path.endsWith('.docx'))) {
                    writeFileSync(join(folder, path), content);
                    documents.push({ path, title: one?.protocol.title ?? one?.protocol.name ?? '' });
                }
            }
        }
        expect(documents.length).toBeGreaterThanOrEqual(50);
        const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
        const paths = documents.map(({ path }) => join(folder, path));
        run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...paths]);
        for (const { path, title } of documents) {
            const pdf = join(folder, path.replace(/docx$/, 'pdf'));
            expect({ path, isMade: existsSync(pdf) }).toEqual({ path, isMade: true });
            const text = run('pdftotext', [pdf, '-']).replace(/\s+/g, '');
            expect({ path, hasTitle: text.includes(title.replace(/\s+/g, '')) }).toEqual({ path, hasTitle: true });
            expect(text).not.toMatch(/Referencesourcenotfound|Fout!Verwijzing/);
            const [, pages = '0'] = /^Pages:\s+(\d+)/m.exec(run('pdfinfo', [pdf])) ?? [];
            expect(Number(pages)).toBeGreaterThan(0);
        }
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
});
