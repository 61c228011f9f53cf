import { AstUtils, EmptyFileSystem, GrammarAST, GrammarUtils } from 'langium';
import { expect, test } from 'vitest';
import { SKELETONS, plainSkeleton } from '../../../language/editor/completion-skeletons.js';
import { SNIPPETS } from '../../../language/editor/completion-snippets.js';
import { createDraaiboekLspServices } from '../../../language/editor/lsp-module.js';
import { contextIn } from '../../../language/messages/statements/contexts.js';
import { FORMS, statementDoc, STATEMENTS } from '../../../language/messages/statements.js';
import { WORDS } from '../../../language/messages/words.js';
import { open } from './editor.js';

test('every word of the language has an explanation', () => {
    const { Draaiboek } = createDraaiboekLspServices(EmptyFileSystem);
    const words = [...GrammarUtils.getAllReachableRules(Draaiboek.Grammar, false)]
        .flatMap((rule) => AstUtils.streamAllContents(rule).filter(GrammarAST.isKeyword).toArray())
        .map(({ value }) => value)
        .filter((value) => /^\p{L}/u.test(value));
    const known = new Set([...STATEMENTS, ...FORMS].map(({ keyword }) => keyword).concat(Object.keys(WORDS)));
    expect([...new Set(words)].filter((word) => !known.has(word))).toEqual([]);
    expect(words.length).toBeGreaterThan(300);
});

test.each(SKELETONS.map(({ keyword, snippet }) => [keyword, plainSkeleton(snippet)]))(
    'the skeleton of `%s` can be read',
    async (keyword, skeleton) => {
        const inApproach = ['stap', 'fase', 'escalatie'].includes(keyword);
        const inIntervention = ['doel', 'rol', 'doelgroep', 'document', 'overdracht'].includes(keyword);
        const body = inApproach ? `aanpak {\n${skeleton}\n}` : skeleton;
        const { document } = await open(inApproach || inIntervention ? `interventie X {\n${body}\n}` : body);
        expect(document.diagnostics?.filter((d) => d.code === 'meta/syntaxis').map((d) => d.message)).toEqual([]);
    },
);

test.each(Object.entries(SNIPPETS))(
    'what is inserted for `%s` can be read, and begins with its words',
    async (key, snippet) => {
        const [block = '', ...words] = key.split(' ');
        const statement = plainSkeleton(snippet);
        expect(statement.replace(':', '').startsWith(words.join(' '))).toBe(true);
        const doc = statementDoc(words.join(' '), block) ?? expect.fail('no statement of the language');
        const { document } = await open((doc.context ?? contextIn(block)).replace(/^…$/m, () => statement));
        expect(document.diagnostics?.filter((d) => d.code === 'meta/syntaxis').map((d) => d.message)).toEqual([]);
    },
);
