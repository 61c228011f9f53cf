import type { Escalation, Performers } from '../model/process.js';
import type { Modality, Protocol, Ref } from '../model/protocol.js';
import type { Language } from '../text/bilingual.js';
import { modalityText, valueText } from '../messages/wording.js';

/** Who does something, with whom: `bij voorkeur de werker, de arts met mogelijk een steunfiguur`. */
export function performersText(protocol: Protocol, performers: readonly Performers[], language: Language): string {
    const role = roleTitle(protocol);
    const said = (modality: Modality | undefined) =>
        modality === undefined ? '' : `${modalityText(modality, language)} `;
    return performers
        .map((p) => {
            const who = [...p.performers.map(role), ...(p.value ? [valueText(p.value, language)] : [])];
            const others = [...p.with.map(role), ...(p.withValue ? [valueText(p.withValue, language)] : [])];
            const together =
                others.length === 0 ? '' : ` ${WORDS.with[language]} ${said(p.withModality)}${others.join(', ')}`;
            return `${said(p.modality)}${who.join(', ')}${together}`.trim();
        })
        .join('; ');
}

/** Who receives an escalation: `naar Teamleider`. */
export function receiversText(protocol: Protocol, escalation: Escalation, language: Language): string {
    const whom = receivers(protocol, escalation, language).join(', ');
    return whom === '' ? '' : `${WORDS.to[language]} ${whom}`;
}

/** Those who receive an escalation, each by its title. */
export function receivers(protocol: Protocol, { to, toValue }: Escalation, language: Language): string[] {
    return [...to.map(roleTitle(protocol)), ...(toValue ? [valueText(toValue, language)] : [])];
}

function roleTitle(protocol: Protocol): (ref: Ref) => string {
    return ({ name }) =>
        protocol.roles.find((r) => r.name === name)?.title ??
        protocol.organisations.find((o) => o.name === name)?.title ??
        name;
}

const WORDS = { with: { nl: 'met', en: 'with' }, to: { nl: 'naar', en: 'to' } } as const;
