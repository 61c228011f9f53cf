import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { PREVIEW, type Preview, type PreviewRequest } from '../../server/requests.js';
import { buildBundle, startClient, type Client } from './client.js';

const TEXT = `interventie Eerste "Eén & één" {
  samenvatting "Kort."
}
interventie Tweede "Twee <b>" {
  rol Werker "Werker"
  aanpak {
    stap Begin "Beginnen" { door Werker }
    einde Klaar
  }
}
`;

let client: Client | undefined;

beforeAll(() => {
    buildBundle('server');
});
afterEach(async () => {
    await client?.stop();
    client = undefined;
});

async function previewOf(text: string, request: Omit<PreviewRequest, 'uri'>): Promise<Preview | null> {
    const started = (client = await startClient());
    await started.open('protocol.draaiboek', text);
    const uri = started.uriOf('protocol.draaiboek');
    return vi.waitFor(
        async () => {
            const preview: Preview | null = await started.connection.sendRequest(PREVIEW, { uri, ...request });
            // the server may answer before it has read the text that was opened
            expect(preview !== null || !text.includes('interventie')).toBe(true);
            return preview;
        },
        { timeout: 120_000 },
    );
}

test('shows the interventie around a line as a document, with the places of its elements', async () => {
    const preview = await previewOf(TEXT, { kind: 'document', line: 6 });
    expect(preview).toMatchObject({ kind: 'document', name: 'Tweede', title: 'Twee <b>' });
    expect(preview?.html).toContain('Twee &lt;b');
    expect(preview?.html).not.toContain('Twee <b');
    const begin = preview?.places.find((p) => p.line === 6);
    expect(begin).toMatchObject({ endLine: 6 });
    expect(preview?.html).toContain(`id="${begin?.id ?? ''}"`);
});

test('draws it', async () => {
    const preview = await previewOf(TEXT, { kind: 'diagram', line: 9 });
    expect(preview?.html).toMatch(/^<svg/);
    const begin = preview?.places.find((p) => p.line === 6);
    expect(preview?.html).toContain(`id="${begin?.id ?? ''}"`);
});

test('shows the one above the line, and the first where there is none above', async () => {
    expect((await previewOf(TEXT, { kind: 'document', line: 1 }))?.title).toBe('Eén & één');
    expect((await previewOf(`\n\n${TEXT}`, { kind: 'document', line: 0 }))?.name).toBe('Eerste');
});

test('shows nothing of a text without an interventie', async () => {
    expect(await previewOf('rol Werker "Werker"\n', { kind: 'document', line: 0 })).toBeNull();
});
