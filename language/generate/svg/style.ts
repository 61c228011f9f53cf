import { FONT } from '../../diagram/metrics.js';

/** The colours of a drawing: those of the documents (../html/style.ts), and paper behind it. */
const LIGHT = {
    paper: '#ffffff', band: '#fdfcfa', head: '#f4f1eb', line: '#c9c3b7', ink: '#1f2529', soft: '#59626a', flow: '#59626a',
    step: '#ffffff', accent: '#0d5459', accentWash: '#e8f2f1', clash: '#8a1c3f', clashWash: '#fbeef2',
    choice: '#3a3a8f', choiceWash: '#eeeefb', warm: '#a04a00', warmWash: '#fff3dd',
    added: '#1a7f37', removed: '#b42318', changed: '#8a5a00', moved: '#0550ae',
} as const; // prettier-ignore

type Colours = Readonly<Record<keyof typeof LIGHT, string>>;

const DARK: Colours = {
    paper: '#14181a', band: '#191f21', head: '#1e2528', line: '#3f494e', ink: '#e7e5e0', soft: '#aab2b5', flow: '#aab2b5',
    step: '#20282b', accent: '#83cdc8', accentWash: '#173034', clash: '#ffa6bd', clashWash: '#3d1b26',
    choice: '#c0bfff', choiceWash: '#25254a', warm: '#ffcd85', warmWash: '#35270f',
    added: '#56d364', removed: '#ff8f85', changed: '#e3b341', moved: '#79c0ff',
}; // prettier-ignore

/** Written out without variables, which some programs that draw SVG do not know. */
const colours = (c: Colours) => `
.dr-paper{fill:${c.paper}}
.dr-band{fill:${c.band};stroke:${c.line}}
.dr-head{fill:${c.head};stroke:${c.line}}
.dr-text{fill:${c.ink}}
.dr-soft{fill:${c.soft}}
.dr-flow{stroke:${c.flow}}
.dr-tip{fill:${c.flow}}
.dr-frame{stroke:${c.soft}}
.dr-step{fill:${c.step};stroke:${c.accent}}
.dr-escalation{fill:${c.clashWash};stroke:${c.clash}}
.dr-handover{fill:${c.accentWash};stroke:${c.accent}}
.dr-warm{fill:${c.warmWash};stroke:${c.warm}}
.dr-choice{fill:${c.choiceWash};stroke:${c.choice}}
.dr-tag{fill:${c.soft}}
.dr-tag-escalation{fill:${c.clash}}
.dr-tag-handover{fill:${c.accent}}
.dr-tag-warm{fill:${c.warm}}
.dr-tag-choice{fill:${c.choice}}
.dr-event{fill:${c.step};stroke:${c.ink}}
.dr-event-escalation{fill:${c.clashWash};stroke:${c.clash}}
.dr-end-successful{fill:${c.accentWash};stroke:${c.accent}}
.dr-end-refusal{fill:${c.clashWash};stroke:${c.clash}}
.dr-gate{fill:${c.step};stroke:${c.ink}}
.dr-icon{stroke:${c.ink}}
.dr-icon-escalation,.dr-icon-refusal{stroke:${c.clash}}
.dr-icon-successful{stroke:${c.accent}}
.dr-solid{fill:${c.ink}}
.dr-bar{fill:${c.accent}}
.dr-bar-soft{fill:${c.accentWash};stroke:${c.accent}}
.dr-open{fill:${c.warmWash};stroke:${c.warm}}
.dr-grid{stroke:${c.line}}
.dr-dot{fill:${c.ink};stroke:${c.step}}
.dr-dot-open{fill:${c.step};stroke:${c.ink}}
.dr-dot-light{fill:${c.paper}}
${(['added', 'removed', 'changed', 'moved'] as const).map((m) => `.dr-${m}{stroke:${c[m]}}.dr-badge.dr-${m}{fill:${c[m]}}`).join('\n')}
.dr-badge-sign{fill:${c.paper}}`;

const SHAPES = `
.dr-paper{stroke:none}
.dr-text,.dr-soft,.dr-tag,.dr-tag-escalation,.dr-tag-handover,.dr-tag-warm,.dr-tag-choice{font-family:${FONT}}
.dr-bold{font-weight:700}
.dr-band,.dr-head{stroke-width:1}
.dr-flow{fill:none;stroke-width:1.4}
.dr-frame{fill:none;stroke-width:1.2;stroke-dasharray:6 4}
.dr-always{stroke-dasharray:2 4}
.dr-step,.dr-handover,.dr-warm,.dr-choice{stroke-width:1.5}
.dr-escalation{stroke-width:2.2}
.dr-event,.dr-event-escalation,.dr-gate{stroke-width:1.5}
.dr-dashed{stroke-dasharray:4 3}
.dr-icon,.dr-icon-escalation,.dr-icon-refusal,.dr-icon-successful{fill:none;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}
.dr-open{stroke-width:1.5;stroke-dasharray:4 3}
.dr-bar-soft{stroke-width:1.2}
.dr-vague{stroke-dasharray:2 3}
.dr-some{stroke:none}
.dr-grid{stroke-width:.7;fill:none}
.dr-dot,.dr-dot-open{stroke-width:1}
.dr-thick{stroke-width:3}
.dr-mark{fill:none;stroke-width:2.6}
.dr-way-mark{fill:none;stroke-width:5;stroke-opacity:.45}
.dr-mark.dr-removed,.dr-way-mark.dr-removed{stroke-dasharray:7 4}
.dr-badge{stroke:none}
.dr-badge-sign{font-family:${FONT}}`;

/** Of one colour scheme, for a picture of points. */
export const LIGHT_STYLE = `${SHAPES}${colours(LIGHT)}\n`;

/** In light, and in dark for who prefers that. */
export const STYLE_OF_DRAWINGS = `${SHAPES}${colours(LIGHT)}
@media screen and (prefers-color-scheme:dark){${colours(DARK)}
}
`;
