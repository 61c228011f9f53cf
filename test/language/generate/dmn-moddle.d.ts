declare module 'dmn-moddle' {
    /** Reads and writes DMN; the package has no types of its own. */
    export class DmnModdle {
        fromXML(xml: string, type: string): Promise<unknown>;
    }
}
