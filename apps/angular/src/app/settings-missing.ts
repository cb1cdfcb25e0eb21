import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Alert } from './alert';

/** What is started in place of the application when `/logto.json` is missing or incomplete. */
@Component({
  selector: 'app-root',
  imports: [Alert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <header><a class="site-name" href="/">Angular sample</a></header>
    <main>
      <h1 class="unseen">Something is wrong</h1>
      <app-alert
        heading="Settings are missing"
        remedy="Copy public/logto.example.json to public/logto.json, enter the endpoint and the App ID of your application, and start the sample again."
        (retry)="reload()"
      />
    </main>
  `,
})
export class SettingsMissing {
  constructor() {
    inject(Title).setTitle('Settings are missing · Angular sample');
  }

  protected reload(): void {
    location.reload();
  }
}
