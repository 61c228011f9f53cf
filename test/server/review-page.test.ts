import { Window } from 'happy-dom';
import { expect, test } from 'vitest';
import { previewOf } from '../../server/preview.js';
import { open, uriOf } from '../language/editor/editor.js';

const TEXT = `gebruik "kader.draaiboek"
interventie Hulp "Hulp <thuis>" {
  samenvatting onbekend
  tegenspraak "Hoe lang" tussen "een jaar" en "twee jaar"
  aanpak {
    stap Begin "Beginnen" { }
    stap Verder { door Niemand }
  }
}
`;
const FRAME = `gebruik "protocol.draaiboek"
toetsingskader Kader "Het kader" {
  oordeel goed "+"
  oordeel slecht "-"
  thema Wie "Wie het doet" {
    indicator A1 "Wie helpt" { toets elke stap heeft door }
    indicator A2 "Wie regie voert"
  }
}
beoordeling Eerste van Hulp aan de hand van Kader {
  bevinding A2 goed "Er is een regisseur." { let op "Alleen overdag." }
}
`;

test('a review says what was found for each indicator and by the checks, what contradicts and what is unknown', async () => {
    const { document, services } = await open(TEXT, { 'kader.draaiboek': FRAME });
    await services.validation.DocumentValidator.validateDocument(document);
    const preview = previewOf(document, { kind: 'review', line: 0 }, services);
    const page = new new Window().DOMParser().parseFromString(preview?.html ?? '', 'text/html');
    const texts = (selector: string) => [...page.querySelectorAll(selector)].map((e) => e.textContent.trim());
    expect(texts('h1')).toEqual(['Hulp <thuis>']);
    expect(texts('h2')).toEqual([
        'Resultaten per indicator (2)',
        'Open punten (2)',
        'Opvolging',
        expect.stringMatching(/^Meldingen \(\d+\)$/),
        'Tegenspraken (1)',
        'Nog in te vullen (1)',
    ]);
    expect(texts('h3 + .about')).toEqual(['+ goed: 1 · - slecht: 0 · toets niet gehaald: 1']);
    expect(texts('.bad > .to-text')).toEqual(['toets niet gehaald: niet bij `Begin`']);
    expect(texts('.attention')).toEqual(['Let op Alleen overdag.']);
    expect(texts('.about')).toEqual(expect.arrayContaining(['meta/verwijzing', 'een jaar / twee jaar']));
    const placeOf = (text: string) => {
        const id = [...page.querySelectorAll('.to-text')].find((e) => e.textContent === text)?.id;
        return preview?.places.find((place) => place.id === id);
    };
    expect(placeOf('toets niet gehaald: niet bij `Begin`')).toMatchObject({
        uri: uriOf('protocol.draaiboek'),
        line: 5,
    });
    expect(placeOf('Hoe lang')).toMatchObject({ line: 3 });
    expect(placeOf('samenvatting')).toMatchObject({ line: 2 });
    expect(new Set(preview?.places.map(({ id }) => id)).size).toBe(preview?.places.length);
});

test('a review of a protocol without any of these says so, in English by setting', async () => {
    const { document, services } = await open('interventie Leeg "Leeg" { }\n');
    services.workspaceSettings.chooseLanguage('en');
    const preview = previewOf(document, { kind: 'review', line: 0 }, services);
    expect(preview?.html).toContain('This protocol is not held against a framework yet.');
    expect(preview?.html).toContain('Nothing is unknown or local.');
});
