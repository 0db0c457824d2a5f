// Under a policy that requires Trusted Types, nothing reaches innerHTML unseen. The only text that this page hands
// over is Mantine's style sheet of variables, which holds no markup: anything with a tag in it is refused.
interface Policies {
  createPolicy(name: string, rules: { createHTML(text: string): string }): unknown;
}

export function guardMarkup(): void {
  const policies = (window as { trustedTypes?: Policies }).trustedTypes;
  policies?.createPolicy('default', {
    createHTML: (text) => {
      if (text.includes('<')) throw new TypeError('Markup is not written into this page.');
      return text;
    },
  });
}
