/** A range with its ends the other way round: `12-0 jaar`, `van 2 jaar tot 6 maanden`. */
export function turned(range: string): string | undefined {
    if (/^(?:19|20)\d\d-\d\d$/.test(range)) {
        // what looks like a year and a month was meant as those
        return undefined;
    }
    const amount = '\\d[\\d.,]*(?:\\s+[^\\W\\d_]+)?';
    const parts = new RegExp(`^(\\D*?)(${amount})(\\s*(?:-|t/m|tot en met|tot|en)\\s*)(${amount})(.*)$`, 'su').exec(
        range,
    );
    const [, before = '', first = '', between = '', second = '', behind = ''] = parts ?? [];
    if (!parts) {
        return undefined;
    }
    // in `12-0 jaar` the unit is that of both
    const [firstNumber, firstUnit = ''] = split(first);
    const [secondNumber, secondUnit = ''] = split(second);
    return firstUnit === ''
        ? before + secondNumber + between + firstNumber + secondUnit + behind
        : before + second + between + first + behind;
}

function split(amount: string): [string, string] {
    const unit = amount.search(/\s/);
    return unit < 0 ? [amount, ''] : [amount.slice(0, unit), amount.slice(unit)];
}
