import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';

/** What is wrong, what to do, and a button that tries again. */
@Component({
  selector: 'app-alert',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section role="alert" class="alert">
      <h2>{{ heading() }}</h2>
      <p>{{ remedy() }}</p>
      <button type="button" (click)="retry.emit()">Try again</button>
    </section>
  `,
})
export class Alert {
  readonly heading = input.required<string>();
  readonly remedy = input.required<string>();
  readonly retry = output();
}
