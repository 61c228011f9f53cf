import { ThemeColor, ThemeIcon } from 'vscode';
import type { TreeIcon } from '../../server/requests.js';

/** Pictures of VS Code itself, so that they fit any theme, high contrast included. What they say is said in words too. */
const ICONS: Readonly<Record<TreeIcon, readonly [icon: string, color?: string]>> = {
    interventie: ['notebook'],
    goal: ['target'],
    role: ['person'],
    approach: ['list-tree'],
    phase: ['milestone'],
    group: ['layers'],
    step: ['circle-outline'],
    branch: ['git-branch'],
    escalation: ['arrow-up'],
    end: ['primitive-square'],
    handover: ['arrow-swap'],
    document: ['file'],
    unknown: ['question', 'list.warningForeground'],
    local: ['home'],
    framework: ['checklist'],
    scenario: ['beaker'],
    theme: ['symbol-namespace'],
    indicator: ['graph'],
    good: ['pass', 'testing.iconPassed'],
    bad: ['error', 'testing.iconFailed'],
    other: ['circle-slash'],
    attention: ['warning', 'list.warningForeground'],
    part: ['list-unordered'],
};

export function iconOf(kind: TreeIcon): ThemeIcon {
    const [icon, color] = ICONS[kind];
    return new ThemeIcon(icon, color === undefined ? undefined : new ThemeColor(color));
}
