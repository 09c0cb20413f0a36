/** What a screen reader is given of a page, from the browser's own accessibility tree. */

/** A node of the browser's own accessibility tree. */
export interface Spoken {
  readonly role: string;
  readonly name: string;
  readonly level: number | null;
  readonly states: Readonly<Record<string, unknown>>;
  readonly children: readonly Spoken[];
}

export interface AxNode {
  nodeId: string;
  ignored: boolean;
  role?: { value?: string };
  name?: { value?: string };
  properties?: { name: string; value: { value?: unknown } }[];
  childIds?: string[];
}

/** The parts of the tree that a screen reader is given, ignored nodes replaced by what is in them. */
export function spoken(nodes: readonly AxNode[], role: string): Spoken | null {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const childrenOf = ({ childIds = [] }: AxNode): Spoken[] =>
    childIds.flatMap((id) => {
      const node = byId.get(id);
      if (!node || node.role?.value === 'InlineTextBox') return [];
      return node.ignored ? childrenOf(node) : [say(node)];
    });
  const say = (node: AxNode): Spoken => {
    const states = Object.fromEntries(
      (node.properties ?? []).map(({ name, value }) => [name, value.value]),
    );
    return {
      role: node.role?.value ?? '',
      name: node.name?.value ?? '',
      level: typeof states.level === 'number' ? states.level : null,
      states,
      children: childrenOf(node),
    };
  };
  const found = nodes.find((node) => !node.ignored && node.role?.value === role);
  return found ? say(found) : null;
}

export const within = (node: Spoken): Spoken[] => [node, ...node.children.flatMap(within)];

/** What is read out, in order. */
export const textOf = (node: Spoken): string =>
  within(node)
    .filter(({ role }) => role === 'StaticText')
    .map(({ name }) => name)
    .join(' ')
    .replace(/\s+/g, ' ');
