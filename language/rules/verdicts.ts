/** What a verdict says, whatever it is called. */
export type Mood = 'good' | 'bad' | 'other';

/** Whether a verdict approves or finds fault, by its name and its sign; a framework names its verdicts as it likes. */
export function moodOf(name: string, sign = ''): Mood {
    if (/^[x✗✘×-]$/i.test(sign) || /verbeter|onvoldoende|niet|slecht|fout/i.test(name)) {
        return 'bad';
    }
    return /^[✓✔√+]$/.test(sign) || /^(?:voldo|goed|akkoord|ja$|in-orde|op-orde)/i.test(name) ? 'good' : 'other';
}
