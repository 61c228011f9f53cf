import type { LangiumDocument } from 'langium';
import type { Connection } from 'vscode-languageserver';
import type { DraaiboekLspServices } from '../language/editor/lsp-services.js';
import type { ProtocolFile } from '../language/generated/ast.js';
import { conditionText } from '../language/messages/wording.js';
import type { Goal, Indicator, Subgoal } from '../language/model/goals.js';
import type { FlowNode, Process } from '../language/model/process.js';
import type { Named, Protocol } from '../language/model/protocol.js';
import type { Framework, FrameworkIndicator, Review } from '../language/model/review.js';
import type { Scenario } from '../language/model/scenario.js';
import { moodOf } from '../language/rules/verdicts.js';
import type { Bilingual, Language } from '../language/text/bilingual.js';
import { modelOf } from '../language/workspace.js';
import { onDocumentRequest } from './asking.js';
import { withNamesRead } from './names-read.js';
import { TREES, type TreeIcon, type TreeNode, type TreeRequest } from './requests.js';
import { heading, NO_TEXT, treeOf, type NodeParts } from './tree.js';

/** Answers what the interventies of a file consist of. */
export function answerStructureRequests(connection: Connection, services: DraaiboekLspServices): void {
    onDocumentRequest(connection, services, TREES.structure, (document, _request: TreeRequest) =>
        structureOf(document, services),
    );
}

/**
 * The interventies of a file with their goals, roles, process, handovers and documents; then its frameworks, reviews and
 * scenarios, each in the order of the text.
 */
export function structureOf(document: LangiumDocument<ProtocolFile>, services: DraaiboekLspServices): TreeNode[] {
    const { interventions, frameworks, reviews, scenarios, file } = modelOf(services, document);
    const { language } = services.settings.settingsFor(file);
    return treeOf([
        ...interventions.map((protocol) =>
            withNamesRead(interventionParts(protocol, language), protocol, document, services, language, NO_TEXT),
        ),
        ...frameworks.map((framework) => frameworkParts(framework, language)),
        ...reviews.map((review) => reviewParts(review, language)),
        ...heading('scenarios', HEADINGS.scenarios, 'scenario', language, scenarios.map(scenarioParts)),
    ]);
}

const HEADINGS = {
    goals: { nl: 'Doelen', en: 'Goals' },
    roles: { nl: 'Rollen', en: 'Roles' },
    approach: { nl: 'Aanpak', en: 'Approach' },
    handovers: { nl: 'Overdrachten', en: 'Handovers' },
    documents: { nl: 'Documenten', en: 'Documents' },
    scenarios: { nl: 'Scenario’s', en: 'Scenarios' },
} satisfies Record<string, Bilingual>;

function interventionParts(protocol: Protocol, language: Language): NodeParts {
    const { name, title, at, goals, process, handovers, documents } = protocol;
    // roles and documents of shared files stand there
    const own = <T extends Named>(all: readonly T[]) => all.filter((e) => e.at.file === at.file || e.inheritedFrom);
    return {
        key: name,
        label: title ?? name,
        description: title === name ? '' : name,
        icon: 'interventie',
        kind: { nl: 'interventie', en: 'intervention' }[language],
        at,
        children: [
            ...heading(
                'goals',
                HEADINGS.goals,
                'goal',
                language,
                goals.map((goal) => goalParts(goal, language)),
            ),
            ...heading(
                'roles',
                HEADINGS.roles,
                'role',
                language,
                own(protocol.roles).map((role) =>
                    element(role, 'role', 'rol', language, role.organisations.map((o) => o.name).join(', ')),
                ),
            ),
            ...(process ? approachParts(process, language) : []),
            ...heading(
                'handovers',
                HEADINGS.handovers,
                'handover',
                language,
                handovers.map((h) => element(h, 'handover', 'overdracht', language, fromTo(h.from?.name, h.to?.name))),
            ),
            ...heading(
                'documents',
                HEADINGS.documents,
                'document',
                language,
                own(documents).map((d) => element(d, 'document', 'document', language)),
            ),
        ],
    };
}

function goalParts(goal: Goal | Subgoal | Indicator, language: Language, keyword = 'doel'): NodeParts {
    const subgoals = 'subgoals' in goal ? goal.subgoals.map((s) => goalParts(s, language, 'subdoel')) : [];
    const indicators = 'indicators' in goal ? goal.indicators.map((i) => goalParts(i, language, 'indicator')) : [];
    const icon = keyword === 'indicator' ? 'indicator' : 'goal';
    return { ...element(goal, icon, keyword, language), children: [...subgoals, ...indicators] };
}

/** The phases, groups and steps as they stand in each other, each step with where it leads. */
function approachParts(process: Process, language: Language): NodeParts[] {
    const stated = process.nodes.filter((n) => !(n.kind === 'end' && n.implicit));
    const byParent = Map.groupBy(stated, (node) => node.parent);
    const inside = (parent: string | undefined, above: ReadonlySet<string>): NodeParts[] =>
        (byParent.get(parent) ?? []).map((node) => ({
            ...element(node, ICONS[node.kind], keywordOf(node), language, performersOf(node)),
            children: [
                // of two nodes with one name one may stand in the other
                ...(above.has(node.name) ? [] : inside(node.name, new Set([...above, node.name]))),
                ...branchParts(node, language),
            ],
        }));
    return heading('approach', HEADINGS.approach, 'approach', language, inside(undefined, new Set()), process.at);
}

const ICONS: Readonly<Record<FlowNode['kind'], TreeIcon>> = {
    step: 'step',
    group: 'group',
    phase: 'phase',
    escalation: 'escalation',
    end: 'end',
};
const GROUPS = { all: 'gelijktijdig', one: 'een van', any: 'naar keuze' } as const;

function keywordOf(node: FlowNode): string {
    const words = { step: 'stap', phase: 'fase', escalation: 'escalatie', end: 'einde' } as const;
    return node.kind === 'group' ? GROUPS[node.mode] : words[node.kind];
}

function performersOf(node: FlowNode): string {
    const names =
        node.kind === 'step' || node.kind === 'escalation'
            ? node.performers.flatMap((p) => p.performers.map((r) => r.name))
            : [];
    return [...new Set(names)].join(', ');
}

/** The stated ways on with a condition: `als … → Plan`. */
function branchParts(node: FlowNode, language: Language): NodeParts[] {
    const branches = node.kind === 'end' ? [] : node.branches;
    return branches.length < 2 && !branches.some((b) => b.condition)
        ? []
        : branches.map(({ condition, otherwise, target, at }, index) => {
              const when = { nl: 'als', en: 'if' }[language];
              const why = condition
                  ? `${when} ${conditionText(condition, language)}`
                  : otherwise
                    ? { nl: 'anders', en: 'otherwise' }[language]
                    : '';
              const to = target?.node.name ?? { nl: 'onbekend', en: 'unknown' }[language];
              return {
                  key: `branch-${String(index)}`,
                  label: why === '' ? `→ ${to}` : `${why} → ${to}`,
                  icon: 'branch',
                  kind: { nl: 'vertakking', en: 'branch' }[language],
                  at,
              };
          });
}

function fromTo(from: string | undefined, to: string | undefined): string {
    return from === undefined && to === undefined ? '' : `${from ?? '?'} → ${to ?? '?'}`;
}

/** What a keyword stands for, as it is said in English. */
const SPOKEN: Readonly<Record<string, string>> = {
    doel: 'goal',
    subdoel: 'subgoal',
    rol: 'role',
    stap: 'step',
    fase: 'phase',
    gelijktijdig: 'at the same time',
    'een van': 'one of',
    'naar keuze': 'any of',
    escalatie: 'escalation',
    einde: 'end',
    overdracht: 'handover',
    toetsingskader: 'framework',
    thema: 'theme',
    criterium: 'criterion',
    beoordeling: 'review',
};

/** An element by its title, or its name where it has none; its keyword is shown in English all the same. */
function element(named: Named, icon: TreeIcon, keyword: string, language: Language, more = ''): NodeParts {
    const { name, title, at, inheritedFrom } = named;
    const from =
        inheritedFrom === undefined ? '' : { nl: `uit ${inheritedFrom}`, en: `from ${inheritedFrom}` }[language];
    return {
        key: name,
        label: title ?? name,
        description: [more, from].filter((text) => text !== '').join(' · '),
        tooltip: `${keyword} ${name}`,
        icon,
        kind: language === 'en' ? (SPOKEN[keyword] ?? keyword) : keyword,
        at,
    };
}

function frameworkParts(framework: Framework, language: Language): NodeParts {
    const indicators = (all: readonly FrameworkIndicator[]) =>
        all.map((i) => ({ ...element(i, 'indicator', 'indicator', language), label: numbered(i) }));
    const themes = framework.themes.map((theme) => ({
        ...element(theme, 'theme', 'thema', language),
        children: [
            ...indicators(theme.indicators),
            ...theme.criteria.map((criterion) => ({
                ...element(criterion, 'part', 'criterium', language),
                children: indicators(criterion.indicators),
            })),
        ],
    }));
    return { ...element(framework, 'framework', 'toetsingskader', language), children: themes };
}

function numbered({ name, title }: Named): string {
    return title === undefined ? name : `${name} ${title}`;
}

function reviewParts(review: Review, language: Language): NodeParts {
    return {
        ...element(review, 'framework', 'beoordeling', language, review.intervention.name),
        children: review.findings.map(({ indicators, verdict, verdictSign, text, at }) => ({
            key: indicators.map(({ name }) => name).join(' '),
            label: [indicators.map(({ name }) => name).join(', '), text ?? ''].join(' ').trim(),
            description: verdict?.name ?? { nl: 'oordeel onbekend', en: 'verdict unknown' }[language],
            icon: verdict ? moodOf(verdict.name, verdictSign) : 'other',
            kind: { nl: 'bevinding', en: 'finding' }[language],
            at,
        })),
    };
}

function scenarioParts({ title, intervention, at }: Scenario): NodeParts {
    return { key: title, label: title, description: intervention.name, icon: 'scenario', kind: 'scenario', at };
}
