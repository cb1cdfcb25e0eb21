import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'app-not-found',
  imports: [RouterLink],
  template: `
    <h1>Page not found</h1>
    <p>There is no page at this address.</p>
    <div class="actions"><a class="button" routerLink="/">Go to the home page</a></div>
  `,
})
export class NotFound {}
