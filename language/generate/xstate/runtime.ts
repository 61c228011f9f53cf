/**
 * What the made machine does with its data: the same for every protocol, and so a text and no part of the tool. It is
 * the reference semantics (language/execution) over the states of XState; where they name a thing alike, it is the same.
 */
export const RUNTIME = String.raw`
// ---- conditions: what one may come to, as a set; WAAR, NIET and OPEN (it asks a fact that is not known yet)
const WAAR = 1, NIET = 2, OPEN = 4;
const elke = [WAAR, NIET, OPEN];
const een = (waar) => (waar ? WAAR : NIET);
const keer = (w) => (w & OPEN) | (w & WAAR ? NIET : 0) | (w & NIET ? WAAR : 0);
const samen = (a, b, beslis) => elke.reduce((r, x) => elke.reduce((s, y) => (a & x && b & y ? s | beslis(x, y) : s), r), 0);
const en = (a, b) => (a === NIET || b === NIET ? NIET : a === WAAR && b === WAAR ? WAAR : OPEN);
const of = (a, b) => (a === WAAR || b === WAAR ? WAAR : a === NIET && b === NIET ? NIET : OPEN);
function komtOp(c, feiten) {
    if ('en' in c) return samen(komtOp(c.en[0], feiten), komtOp(c.en[1], feiten), en);
    if ('of' in c) return samen(komtOp(c.of[0], feiten), komtOp(c.of[1], feiten), of);
    if ('niet' in c) return keer(komtOp(c.niet, feiten));
    if ('mens' in c) return WAAR | NIET;
    const waarde = Object.hasOwn(feiten, c.feit) ? feiten[c.feit] : undefined;
    if ('bekend' in c) return een((waarde !== undefined) === c.bekend);
    if (waarde === undefined) return OPEN;
    if ('is' in c) return een(waarde === c.is);
    if (typeof waarde !== 'number') return WAAR | NIET;
    const boven = waarde > c.van.getal || (c.van.mee && waarde === c.van.getal);
    return een(boven && (!c.tot || waarde < c.tot.getal || (c.tot.mee && waarde === c.tot.getal)));
}
const kan = (c, { feiten }) => (komtOp(c, feiten) & WAAR) !== 0;
const moet = (c, { feiten }) => komtOp(c, feiten) === WAAR;
const alle = (conditions, context) => (conditions ?? []).every((c) => kan(c, context));

// ---- ways
const isOpen = (teller, { geteld }) => teller === undefined || teller === null || geteld[teller] < (data.grenzen[teller] ?? Infinity);
/** the ways that a case may take: the first that holds, and each before it that a person may decide on */
function wegen(deel, context) {
    const mogelijk = [];
    for (const weg of data.delen[deel].wegen ?? []) {
        if (!isOpen(weg.teller, context)) continue;
        if ((!weg.als || kan(weg.als, context)) && alle(weg.pasAls, context)) mogelijk.push(weg);
        if (!weg.open && (!weg.als || moet(weg.als, context))) break;
    }
    return mogelijk;
}
const opschaling = (deel, context) =>
    (data.delen[deel].escalaties ?? []).find((e) => e.als && e.formeel && isOpen(e.teller, context) && moet(e.als, context));
function herhaling(deel, context) {
    const { herhaal = [] } = data.delen[deel];
    const keren = context.herhaald[deel] ?? 0;
    const elk = herhaal.map(({ minstens, hoogstens, open, tot }) => {
        const waar = tot && komtOp(tot, context.feiten);
        if (keren >= (hoogstens ?? Infinity) || waar === WAAR) return { meer: false, genoeg: true };
        return { meer: true, genoeg: open === true || (waar === undefined ? keren >= minstens : (waar & WAAR) !== 0) };
    });
    return { nogEens: elk.some((e) => e.meer), genoeg: elk.every((e) => e.genoeg) };
}
/** the 'altijd als' that holds by the facts that have just become known */
const onderbreking = (context) =>
    data.onderbrekingen.findIndex(
        (o, nr) => o.formeel && o.feiten.some((f) => context.nieuw.includes(f)) && moet(o.als, context) && magOnderbreken(nr, context),
    );
/** not while what it leads to goes on, or waits for something else to be over */
const magOnderbreken = (nr, context) =>
    !context.stapel.some((s) => s.nr === nr) &&
    [context, ...context.stapel].every(({ begonnen }) => begonnen[data.onderbrekingen[nr].naar] === undefined) &&
    isOpen(data.onderbrekingen[nr].teller, context);

/** what is known now interrupts before anything else follows from it; once something does, it no longer interrupts */
const ongestoord = (context) => onderbreking(context) < 0;

// ---- time
const DAG = 86_400_000;
function na(moment, { aantal, eenheid }, vrij) {
    if (eenheid === 'minuten') return moment + aantal * 60_000;
    if (eenheid === 'dagen') return moment + aantal * DAG;
    const dag = new Date(moment);
    if (eenheid === 'maanden') {
        if (!Number.isInteger(aantal)) return moment + aantal * 30.4375 * DAG;
        const [jaar, maand] = [dag.getFullYear(), dag.getMonth() + aantal];
        dag.setFullYear(jaar, maand, Math.min(dag.getDate(), new Date(jaar, maand + 1, 0).getDate()));
        return dag.getTime();
    }
    const dezeDag = (d) => [d.getFullYear(), d.getMonth() + 1, d.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
    for (let over = Math.ceil(aantal); over > 0; ) {
        dag.setDate(dag.getDate() + 1);
        if (dag.getDay() % 6 !== 0 && !vrij.includes(dezeDag(dag))) over--;
    }
    return dag.getTime();
}
/** when a term ends; never, where what it counts from has not happened */
function eindVan(naam, { aangemeld, begonnen, begonOoit, geeindigd, overgedragen, wachtend, vrijeDagen }) {
    const termijn = data.termijnen[naam];
    const van = {
        // while it waits for its own begin, it has not begun
        'begin': () => (wachtend.includes(termijn.deel) && !data.delen[termijn.deel].pasAls ? undefined : begonnen[termijn.deel]),
        'aanmelding': () => aangemeld,
        'begin van': () => begonOoit[termijn.van],
        'overdracht': () => (Object.hasOwn(overgedragen, termijn.van) ? overgedragen[termijn.van] : undefined),
        'einde van': () => geeindigd[termijn.van],
    }[termijn.vanaf]();
    return van === undefined ? Infinity : na(van, termijn, vrijeDagen);
}
const NOOIT = 1e15;

/** A clock for long terms: timers of a machine itself end after 24 days. */
export const langeKlok = {
    setTimeout(doe, ms) {
        const beurt = { tot: Date.now() + ms };
        const verder = () => {
            const rest = beurt.tot - Date.now();
            beurt.id = rest > 2e9 ? setTimeout(verder, 2e9) : setTimeout(doe, Math.max(0, rest));
        };
        verder();
        return beurt;
    },
    clearTimeout: (beurt) => clearTimeout(beurt?.id),
};

/** Makes the machine. @param nu what time it is, in milliseconds; give the clock of a simulation here */
export function maakMachine({ nu = () => Date.now() } = {}) {
    const zonder = (kaart, sleutels) => Object.fromEntries(Object.entries(kaart).filter(([k]) => !sleutels.includes(k)));
    /** what counts from what has not happened holds nothing up */
    const isVoorbij = (eind) => eind === Infinity || nu() >= eind;
    /** notes something, and sets the clock of each term that is over at another moment by that, also of work that is open */
    const noteer = (wat) =>
        enqueueActions(({ context, event, enqueue }, params) => {
            const nieuw = wat({ context, event }, params);
            const erna = { ...context, ...nieuw };
            enqueue.assign(nieuw);
            for (const naam of Object.keys(data.termijnen)) {
                const eind = eindVan(naam, erna);
                if (eind < NOOIT && eind !== eindVan(naam, context)) {
                    enqueue.raise({ type: 'klok.' + naam }, { delay: Math.max(0, eind - nu()) });
                }
            }
        });
    /** of parts that are left, those whose work had begun and was not over */
    const nogBezig = (delen, { begonnen, geeindigd, wachtend }) =>
        delen.filter((deel) => begonnen[deel] !== undefined && !wachtend.includes(deel) && !(geeindigd[deel] >= begonnen[deel]));
    const vanNu = (delen) => Object.fromEntries(delen.map((deel) => [deel, nu()]));
    return setup({
        guards: {
            toegelaten: ({ context }) => alle(data.toegang, context),
            magBeginnen: ({ context }, { deel, termijnen = [] }) =>
                ongestoord(context) && alle(data.delen[deel].pasAls, context) && termijnen.every((t) => isVoorbij(eindVan(t, context))),
            magKlaar: ({ context, event }, { deel }) => {
                const { bepaalt = [], klaarAls } = data.delen[deel];
                const gezegd = event.feiten ?? {};
                return bepaalt.every((f) => Object.hasOwn(gezegd, f)) && alle(klaarAls, { feiten: { ...context.feiten, ...bekend(gezegd) } });
            },
            ongestoord: ({ context }) => ongestoord(context),
            isKlaar: ({ context }, { deel }) => ongestoord(context) && alle(data.delen[deel].klaarAls, context),
            onderbreekt: ({ context }, { nr }) => onderbreking(context) === nr,
            magOnderbreken: ({ context }, { nr }) => magOnderbreken(nr, context),
            moetNogEens: ({ context }, { deel }) => ongestoord(context) && herhaling(deel, context).nogEens && !herhaling(deel, context).genoeg,
            isGenoeg: ({ context }, { deel }) => ongestoord(context) && !herhaling(deel, context).nogEens && herhaling(deel, context).genoeg,
            magNogEens: ({ context }, { deel }) => herhaling(deel, context).nogEens,
            magGenoeg: ({ context }, { deel }) => herhaling(deel, context).genoeg,
            moetOpschalen: ({ context }, { deel, weg }) => ongestoord(context) && opschaling(deel, context) === data.delen[deel].escalaties[weg],
            magOpschalen: ({ context }, { deel, weg }) => {
                const { als, formeel, teller } = data.delen[deel].escalaties[weg];
                return isOpen(teller, context) && (!als || (!formeel && kan(als, context)));
            },
            vanzelf: ({ context }, { deel, weg }) => {
                const [enige, ...andere] = wegen(deel, context);
                return (
                    ongestoord(context) &&
                    enige !== undefined &&
                    andere.length === 0 &&
                    enige === data.delen[deel].wegen[weg] &&
                    (!enige.als || moet(enige.als, context)) &&
                    !opschaling(deel, context) &&
                    !(enige.terugval ?? []).some((t) => isOpen(t.teller, context))
                );
            },
            magVerder: ({ context }, { deel, weg }) =>
                !opschaling(deel, context) && wegen(deel, context).includes(data.delen[deel].wegen[weg]),
            magTerugvallen: ({ context }, { deel, weg, terugval, termijn }) => {
                const deze = data.delen[deel].wegen[weg];
                if (termijn !== undefined && nu() < eindVan(termijn, context)) return false;
                const terug = deze.terugval[terugval];
                const eerder = terug.anders && deze.terugval[terugval - 1];
                if (eerder && !eerder.open && isOpen(eerder.teller, context)) return false;
                return !opschaling(deel, context) && wegen(deel, context).includes(deze) && isOpen(terug.teller, context);
            },
            wegOpen: ({ context }, { teller }) => isOpen(teller, context),
            verstreken: ({ context }, { termijn, teller }) => isOpen(teller, context) && nu() >= eindVan(termijn, context),
            magHervatten: ({ context }, { plek }) => ongestoord(context) && context.stapel.at(-1)?.plek === plek,
        },
        actions: {
            plek: assign((_, { plek }) => ({ plek })),
            begin: noteer(({ context: { begonnen, begonOoit } }, { deel }) =>
                begonnen[deel] === undefined
                    ? { begonnen: { ...begonnen, [deel]: nu() }, begonOoit: { ...begonOoit, [deel]: nu() } }
                    : {},
            ),
            komt: noteer(({ context: { begonnen, wachtend } }, { deel }) =>
                begonnen[deel] === undefined ? { begonnen: { ...begonnen, [deel]: nu() }, wachtend: [...wachtend, deel] } : {},
            ),
            begint: noteer(({ context: { begonnen, begonOoit, wachtend } }, { deel }) => ({
                begonnen: { ...begonnen, [deel]: nu() },
                begonOoit: { ...begonOoit, [deel]: nu() },
                wachtend: wachtend.filter((d) => d !== deel),
            })),
            klaar: noteer(({ context: { feiten, geeindigd }, event }, { deel }) => {
                const { bepaalt = [] } = data.delen[deel];
                const gezegd = bekend(event.feiten ?? {});
                return {
                    feiten: { ...feiten, ...gezegd },
                    nieuw: bepaalt.filter((f) => Object.hasOwn(gezegd, f)),
                    geeindigd: { ...geeindigd, [deel]: nu() },
                };
            }),
            eindig: noteer(({ context: { geeindigd } }, { deel }) => ({ geeindigd: { ...geeindigd, [deel]: nu() } })),
            nogEens: noteer(({ context: { herhaald, geeindigd } }, { deel }) => ({
                nieuw: [],
                herhaald: { ...herhaald, [deel]: (herhaald[deel] ?? 0) + 1 },
                geeindigd: zonder(geeindigd, [deel]),
            })),
            genoeg: assign(({ context: { herhaald } }, { deel }) => ({ nieuw: [], herhaald: zonder(herhaald, [deel]) })),
            verlaat: noteer(({ context }, { delen, van, opnieuw, gedaan, overgedragen = [] }) => ({
                nieuw: [],
                begonnen: zonder(context.begonnen, delen),
                wachtend: context.wachtend.filter((deel) => !delen.includes(deel)),
                herhaald: zonder(context.herhaald, [...delen, van, opnieuw]),
                geeindigd: { ...context.geeindigd, ...vanNu(nogBezig(gedaan ? [...delen, van] : delen, context)) },
                overgedragen: { ...context.overgedragen, ...vanNu(overgedragen) },
            })),
            telWeg: assign(({ context: { geteld } }, { teller }) => ({ geteld: geteld.with(teller, geteld[teller] + 1) })),
            onderbreek: noteer(({ context: { begonnen, wachtend, herhaald, geeindigd, stapel, plek, geteld } }, { nr }) => ({
                nieuw: [],
                geteld: geteld.map((keren, teller) => (teller === data.onderbrekingen[nr].teller ? keren + 1 : keren)),
                begonnen: {},
                wachtend: [],
                herhaald: {},
                ...(data.onderbrekingen[nr].hervat
                    ? { stapel: [...stapel, { nr, plek, begonnen, wachtend, herhaald, sinds: nu() }] }
                    : { geeindigd: { ...geeindigd, ...vanNu(nogBezig(Object.keys(begonnen), { begonnen, geeindigd, wachtend })) } }),
            })),
            hervat: noteer(({ context: { stapel } }) => {
                const vorige = stapel.at(-1);
                const later = nu() - vorige.sinds;
                return {
                    nieuw: [],
                    stapel: stapel.slice(0, -1),
                    herhaald: vorige.herhaald,
                    wachtend: vorige.wachtend,
                    begonnen: Object.fromEntries(Object.entries(vorige.begonnen).map(([deel, t]) => [deel, t + later])),
                };
            }),
            einde: assign((_, { naam }) => ({ einde: naam })),
        },
        delays: Object.fromEntries(
            Object.keys(data.termijnen).map((naam) => [
                naam,
                ({ context }) => Math.min(NOOIT, Math.max(0, eindVan(naam, context) - nu())),
            ]),
        ),
    }).createMachine({
        ...config,
        context: ({ input = {} }) => ({
            feiten: bekend(input.feiten ?? {}),
            nieuw: Object.keys(bekend(input.feiten ?? {})),
            geteld: data.grenzen.map(() => 0),
            herhaald: {},
            begonnen: {},
            begonOoit: {},
            wachtend: [],
            geeindigd: {},
            overgedragen: {},
            stapel: [],
            plek: 'verloop',
            aangemeld: nu(),
            vrijeDagen: [...data.vrijeDagen, ...(input.vrijeDagen ?? [])],
            einde: null,
        }),
        output: ({ context }) => ({ einde: context.einde, feiten: context.feiten }),
    });
}

/** without what is said to stay unknown */
const bekend = (gezegd) => Object.fromEntries(Object.entries(gezegd).filter(([, v]) => v !== null && v !== undefined));

export const machine = maakMachine();
`;
