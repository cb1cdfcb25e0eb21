import { Component, computed, effect, inject, isDevMode, ViewEncapsulation } from '@angular/core';
import { OidcSecurityService } from 'angular-auth-oidc-client';
import { explain } from './explain';
import { Problems } from './problems';

/** In place of the page: what is wrong, what to do, and a button that tries again. */
@Component({
  selector: 'app-problem-alert',
  encapsulation: ViewEncapsulation.None,
  styles: `
    app-problem-alert:has([role='alert']) ~ * {
      display: none;
    }
  `,
  template: `
    @if (explanation(); as explanation) {
      <h1 class="unseen">Something is wrong</h1>
      <section role="alert" class="alert">
        <h2>{{ explanation.heading }}</h2>
        <p>{{ (isDevMode && explanation.forDevelopers) || explanation.remedy }}</p>
        <button type="button" (click)="problems.tryAgain()">Try again</button>
      </section>
    }
  `,
})
export class ProblemAlert {
  private readonly oidcSecurityService = inject(OidcSecurityService);
  protected readonly problems = inject(Problems);
  /** A visitor of the production build cannot edit its settings. */
  protected readonly isDevMode = isDevMode();
  protected readonly explanation = computed(() => {
    const problem = this.problems.problem();
    const [configuration] = this.oidcSecurityService.getConfigurations();
    return problem && configuration && explain(problem, configuration);
  });

  constructor() {
    // Whoever runs the application finds it in the console.
    effect(() => {
      const explanation = this.explanation();
      if (explanation) {
        console.error(`${explanation.heading}: ${explanation.forDevelopers ?? explanation.remedy}`);
      }
    });
  }
}
