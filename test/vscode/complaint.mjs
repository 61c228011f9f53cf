/**
 * Something that keeps the editor tests from running at all, said in one sentence that tells what to do about it.
 * The runner prints the sentence alone; any other error is a fault in the harness and is printed with its stack.
 */
export class Complaint extends Error {}
