/** As far as the tests use it; the package has no types of its own at its root. */
declare module 'bpmn-moddle' {
    export class BpmnModdle {
        constructor(packages?: Readonly<Record<string, unknown>>);
        fromXML(xml: string): Promise<unknown>;
    }
}
