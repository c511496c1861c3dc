/** `Natural gas (piped)` → `natural-gas-piped`: names as the factor tables spell them. */
export function kebab(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
