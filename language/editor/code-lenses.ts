import { AstUtils, isMultiReference, isReference, type AstNode, type LangiumDocument } from 'langium';
import type { CodeLensProvider } from 'langium/lsp';
import type { CodeLens, Range } from 'vscode-languageserver';
import * as ast from '../generated/ast.js';
import type { Review } from '../model/review.js';
import { forEachChild } from '../names/tree.js';
import { scenarioIds } from '../simulate/in-document.js';
import type { Outcome } from '../simulate/run-scenario.js';
import { testScenario } from '../simulate/test-scenario.js';
import type { Bilingual, Language } from '../text/bilingual.js';
import { modelsAround, withAllThatItUses } from '../workspace.js';
import type { DraaiboekLspServices } from './lsp-services.js';

/** What a lens asks the client to do; each is a command of the extension. */
export const LENS_COMMANDS = {
    /** (uri, line, character): the places where the name there is used */
    references: 'draaiboek.showReferences',
    /** (uri): the document and the drawing beside the text */
    preview: 'draaiboek.preview',
    /** ([{ uri, id }]): runs scenarios in the Test Explorer */
    run: 'draaiboek.runScenarios',
    /** ({ uri, line } or { uri, scenario }): walks through a case */
    walk: 'draaiboek.walk',
} as const;

/** Elements of which it is worth a line to say how often they are named. */
const COUNTED: ReadonlySet<string> = new Set([
    ast.Intervention.$type,
    ast.Framework.$type,
    ast.Organisation.$type,
    ast.Role.$type,
    ast.Goal.$type,
    ast.ProtocolDocument.$type,
    ast.Handover.$type,
    ast.Source.$type,
    ast.Guideline.$type,
    ast.Concept.$type,
]);

/** Above elements: where they are named, how scenarios about them go, what reviews found, and the preview. */
export class LensesAbove implements CodeLensProvider {
    constructor(private readonly services: DraaiboekLspServices) {}

    provideCodeLens(document: LangiumDocument): CodeLens[] {
        // without the commands of the extension a lens would do nothing
        if (!this.services.client.hasCommands) {
            return [];
        }
        const { language } = this.services.settings.settingsFor(document.uri.toString());
        const file = document as LangiumDocument<ast.ProtocolFile>;
        return [
            ...this.references(file, language),
            ...this.scenarios(file, language),
            ...this.interventions(file, language),
            ...this.indicators(file, language),
        ];
    }

    private references(document: LangiumDocument<ast.ProtocolFile>, language: Language): CodeLens[] {
        const counts = this.countUses(document);
        return elementsIn(document.parseResult.value, (node) => COUNTED.has(node.$type)).flatMap((node) => {
            const range = this.nameRange(node);
            return range ? [this.uses(document, range, usesText(counts.get(node) ?? 0)[language])] : [];
        });
    }

    /** How often each element of a document is named, in all files that can see it. */
    private countUses(document: LangiumDocument): Map<AstNode, number> {
        const counts = new Map<AstNode, number>();
        const seeing = this.services.shared.workspace.LangiumDocuments.all.filter(
            (other) => other === document || withAllThatItUses(other, this.services).has(document),
        );
        for (const other of seeing) {
            for (const reference of other.references) {
                const targets = isReference(reference)
                    ? [reference.ref]
                    : isMultiReference(reference)
                      ? reference.items.map((item) => item.ref)
                      : [];
                for (const target of targets) {
                    if (target) {
                        counts.set(target, (counts.get(target) ?? 0) + 1);
                    }
                }
            }
        }
        return counts;
    }

    private scenarios(document: LangiumDocument<ast.ProtocolFile>, language: Language): CodeLens[] {
        const uri = document.uri.toString();
        const { holidays } = this.services.settings.settingsFor(uri);
        return scenarioIds(document, this.services).flatMap(([id, one]) => {
            const { outcome } = testScenario(one, UNREADABLE, { holidays });
            const range = one.scenario.at.range;
            return [
                lens(range, RUN[language], LENS_COMMANDS.run, [[{ uri, id }]]),
                lens(range, OUTCOMES[outcome][language], LENS_COMMANDS.run, [[{ uri, id }]]),
                ...(one.protocol ? [lens(range, WALK[language], LENS_COMMANDS.walk, [{ uri, scenario: id }])] : []),
            ];
        });
    }

    /** The preview, and the scenarios about each interventie in all files that can see it. */
    private interventions(document: LangiumDocument<ast.ProtocolFile>, language: Language): CodeLens[] {
        const all = document.parseResult.value.elements.filter(ast.isIntervention);
        if (all.length === 0) {
            return [];
        }
        const uri = document.uri.toString();
        const about = this.scenariosAbout(document);
        return all.flatMap((node) => {
            const range = this.nameRange(node);
            const scenarios = about.get(node) ?? [];
            const walk = node.statements.filter(ast.isApproach).flatMap(({ $cstNode }) => {
                const start = $cstNode?.range.start;
                return $cstNode && start
                    ? [lens($cstNode.range, WALK[language], LENS_COMMANDS.walk, [{ uri, line: start.line }])]
                    : [];
            });
            return range
                ? [
                      ...walk,
                      lens(range, PREVIEW[language], LENS_COMMANDS.preview, [uri]),
                      ...(scenarios.length > 0
                          ? [lens(range, runAll(scenarios.length)[language], LENS_COMMANDS.run, [scenarios])]
                          : []),
                  ]
                : [];
        });
    }

    private scenariosAbout(document: LangiumDocument): Map<AstNode, { uri: string; id: string }[]> {
        const about = new Map<AstNode, { uri: string; id: string }[]>();
        for (const other of this.services.shared.workspace.LangiumDocuments.all) {
            const file = other as LangiumDocument<ast.ProtocolFile>;
            const nodes = file.parseResult.value.elements.filter(ast.isScenario);
            const ids = nodes.length > 0 ? scenarioIds(file, this.services) : [];
            nodes.forEach((node, index) => {
                const target = node.intervention?.ref;
                const [id] = ids[index] ?? [];
                if (target && id !== undefined && AstUtils.getDocument(target) === document) {
                    about.set(target, [...(about.get(target) ?? []), { uri: file.uri.toString(), id }]);
                }
            });
        }
        return about;
    }

    /** Above each indicator of a framework what reviews found. */
    private indicators(document: LangiumDocument<ast.ProtocolFile>, language: Language): CodeLens[] {
        const frameworks = document.parseResult.value.elements.filter(ast.isFramework);
        if (frameworks.length === 0) {
            return [];
        }
        const reviews = modelsAround(document, this.services).flatMap((model) => model.reviews);
        return frameworks.flatMap((framework) => {
            const by = reviews.filter((review) => review.framework.name === framework.name);
            return elementsIn(framework, ast.isFrameworkIndicator).flatMap((indicator) => {
                const range = this.nameRange(indicator);
                const found = range ? verdictsOn(indicator.name, by, language) : '';
                return range && found !== '' ? [this.uses(document, range, found)] : [];
            });
        });
    }

    private uses(document: LangiumDocument, range: Range, title: string): CodeLens {
        const { line, character } = range.start;
        return lens(range, title, LENS_COMMANDS.references, [document.uri.toString(), line, character]);
    }

    private nameRange(node: AstNode): Range | undefined {
        return this.services.references.NameProvider.getNameNode(node)?.range;
    }
}

const PREVIEW: Bilingual = { nl: 'Voorvertoning', en: 'Preview' };
const RUN: Bilingual = { nl: '▷ Doorlopen', en: '▷ Run' };
const WALK: Bilingual = { nl: 'Casus doorlopen', en: 'Walk through a case' };
const OUTCOMES: Readonly<Record<Outcome, Bilingual>> = {
    met: { nl: '✓ loopt zoals verwacht', en: '✓ goes as expected' },
    failed: { nl: '✗ loopt anders dan verwacht', en: '✗ goes otherwise than expected' },
    undecided: {
        nl: '? niet te zeggen of het zoals verwacht loopt',
        en: '? whether it goes as expected cannot be said',
    },
};
const UNREADABLE: Bilingual = { nl: 'er staat een fout in de tekst', en: 'the text has an error' };

function runAll(count: number): Bilingual {
    return count === 1
        ? { nl: '▷ 1 scenario', en: '▷ 1 scenario' }
        : { nl: `▷ ${String(count)} scenario’s`, en: `▷ ${String(count)} scenarios` };
}

function usesText(count: number): Bilingual {
    return count === 0
        ? { nl: 'nergens genoemd', en: 'named nowhere' }
        : count === 1
          ? { nl: '1 verwijzing', en: '1 reference' }
          : { nl: `${String(count)} verwijzingen`, en: `${String(count)} references` };
}

/** `✓ voldoet (Eerste bezoek) · let op`, one for each finding. */
function verdictsOn(indicator: string, reviews: readonly Review[], language: Language): string {
    const said = reviews.flatMap((review) =>
        review.findings
            .filter(({ indicators }) => indicators.some(({ name }) => name === indicator))
            .map(({ verdict, verdictSign, attention }) => {
                const word = verdict?.name ?? { nl: 'oordeel onbekend', en: 'verdict unknown' }[language];
                const sign = verdictSign === undefined ? '' : `${verdictSign} `;
                const note = attention.length > 0 ? { nl: ' · let op', en: ' · look out' }[language] : '';
                return `${sign}${word} (${review.title ?? review.name})${note}`;
            }),
    );
    return said.join(' | ');
}

function elementsIn<T extends AstNode>(root: AstNode, is: (node: AstNode) => node is T): T[];
function elementsIn(root: AstNode, is: (node: AstNode) => boolean): AstNode[];
function elementsIn(root: AstNode, is: (node: AstNode) => boolean): AstNode[] {
    const found: AstNode[] = [];
    const visit = (node: AstNode) => {
        if (is(node)) {
            found.push(node);
        }
        forEachChild(node, visit);
    };
    forEachChild(root, visit);
    return found;
}

function lens({ start }: Range, title: string, command: string, args: unknown[]): CodeLens {
    return { range: { start, end: start }, command: { title, command, arguments: args } };
}
