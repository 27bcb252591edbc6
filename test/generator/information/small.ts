/** A small definition: a man, his ex-partner, whoever works with each of them. */
export const definitionOf = (sections: string): string => {
  const found = new Map<string, string[]>();
  // Sections of one name are one section.
  let section = '';
  for (const line of `${head}${sections}`.split('\n')) {
    const [, name] = /^([a-z-]+):/.exec(line) ?? [];
    if (name !== undefined) {
      section = name;
      if (!found.has(name)) found.set(name, [line]);
    } else if (line !== '') found.get(section)?.push(line);
  }
  return `${[...found.values()].flat().join('\n')}\n`;
};

const head = `rubric: 1
programme: { title: Anybody’s programme, provider: Example }
people:
  outside: { participant: client, referrer: court, partner: ex-partner, child: child }
  inside:
    worker: worker
    lead: { called: service lead, is: worker }
    her-worker: { called: support worker, supports: partner }
forms:
  referral:
    title: Referral form
    from: referrer
    asks:
      age: { ask: Age in years, type: number, at-least: 0, at-most: 120 }
      risk: { ask: Is there a risk to those who work with him?, type: yes-no }
      partners:
        each: partner
        asks:
          name: { ask: Her name, type: name }
          phone: { ask: A safe number, type: phone }
  his-plan:
    title: His plan
    from: participant
    asks: { goal: { ask: What does he want to change?, type: text } }
  her-form:
    title: Her wishes
    from: partner
    asks: { feels-safe: { ask: Do you feel safe?, type: yes-no } }
eligibility:
  adult: { requires: age is at least 18, otherwise: He must be 18 or over. }
decision: { by: lead }
sessions: { total: 20, every: 1 week }
records:
  worry: { called: her worker was worried, by: her-worker, asks: { about: What about? } }
  incident: { called: an incident was reported, by: [worker, lead], asks: { where: Where was it? } }
`;
