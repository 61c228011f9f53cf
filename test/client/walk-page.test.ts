/** The page of a walk in a document of its own, with the messages that it gets from the extension and sends to it. */
import { randomUUID } from 'node:crypto';
import { Window } from 'happy-dom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FromWalkPage, ToWalkPage } from '../../client/walk/messages.js';
import { walkTexts } from '../../client/walk/texts.js';
import type { WalkAnswer } from '../../server/requests.js';

const ANSWER: WalkAnswer = {
    uri: 'memory:/a.draaiboek',
    intervention: 'X',
    title: 'Pad',
    start: [
        { name: 'gemeld', label: 'Is er gemeld?', type: 'yes-no', values: [], required: false },
        { name: 'keer', label: 'Hoe vaak?', type: 'number', values: [], required: false },
    ],
    begun: false,
    made: 0,
    current: [],
    roles: [],
    due: [],
    options: [],
    facts: [],
    documents: [],
    contacts: '',
    time: '',
    directors: '',
    log: [],
};

describe('the beginning of a walk', () => {
    let page: Window;
    let sent: FromWalkPage[];

    beforeEach(async () => {
        page = new Window({ url: 'https://voorbeeld.test/' });
        page.document.body.innerHTML = '<main id="walk"></main><p id="said" role="status"></p>';
        sent = [];
        vi.stubGlobal('window', page);
        vi.stubGlobal('document', page.document);
        vi.stubGlobal('FormData', page.FormData);
        vi.stubGlobal('acquireVsCodeApi', () => ({ postMessage: (message: FromWalkPage) => sent.push(message) }));
        await import(/* @vite-ignore */ `../../client/page/walk.js?opened=${randomUUID()}`);
    });
    afterEach(async () => {
        vi.unstubAllGlobals();
        await page.happyDOM.close();
    });

    function show(more: Partial<ToWalkPage>): void {
        const data: ToWalkPage = {
            type: 'show',
            language: 'nl',
            texts: walkTexts('nl'),
            answer: ANSWER,
            canGoBack: false,
            ...more,
        };
        page.dispatchEvent(new page.MessageEvent('message', { data }));
    }
    const button = (name: string) =>
        [...page.document.querySelectorAll('button')].find((b) => b.textContent.trim() === name);

    test('has nothing filled in for a case of which nothing was said', () => {
        show({});
        expect(button('Volgende')?.hasAttribute('disabled')).toBe(true);
        button('Begin')?.click();
        expect(sent.at(-1)).toEqual({ type: 'begin', facts: { gemeld: null, keer: null } });
    });

    test('has what was known before it was taken back, and goes on by it', () => {
        show({ known: { gemeld: false, keer: 2 }, scenario: 'De gewone weg' });
        const next = button('Volgende volgens het scenario');
        expect(next?.hasAttribute('disabled')).toBe(false);
        next?.click();
        expect(sent.at(-1)).toEqual({ type: 'next' });
        button('Begin')?.click();
        expect(sent.at(-1)).toEqual({ type: 'begin', facts: { gemeld: false, keer: 2 } });
    });
});
