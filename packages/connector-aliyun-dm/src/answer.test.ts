import { expect, test } from 'vitest';
import { readAnswer } from './answer.ts';

const RequestId = '82B295BB-7E69-491F-9896-ECEAFF09E1A4';

test('a mail that was taken', () => {
  expect(readAnswer(200, JSON.stringify({ EnvId: '6', RequestId, More: 1 }))).toEqual({
    kind: 'sent',
    EnvId: '6',
    RequestId,
  });
});

test('an error, whatever its status', () => {
  const text = JSON.stringify({ Code: 'Throttling', Message: 'wait', RequestId, HostId: 'x' });
  const refused = { kind: 'refused', code: 'Throttling', requestId: RequestId };
  expect(readAnswer(400, text)).toEqual(refused);
  expect(readAnswer(200, text)).toEqual(refused);
});

test('an error without a RequestId', () => {
  expect(readAnswer(403, '{"Code":"Forbidden"}')).toEqual({ kind: 'refused', code: 'Forbidden' });
});

test('an error whose RequestId is no text has none', () => {
  expect(readAnswer(403, '{"Code":"Forbidden","RequestId":7}')).toEqual({
    kind: 'refused',
    code: 'Forbidden',
  });
});

test("the service's XML, in which a gateway may answer", () => {
  const error = `<?xml version='1.0'?><Error><RequestId>${RequestId}</RequestId><Code>Forbidden.RAM</Code></Error>`;
  expect(readAnswer(403, error)).toEqual({
    kind: 'refused',
    code: 'Forbidden.RAM',
    requestId: RequestId,
  });
  const sent = `<SingleSendMailResponse><RequestId>${RequestId}</RequestId><EnvId>6</EnvId></SingleSendMailResponse>`;
  expect(readAnswer(200, sent)).toEqual({ kind: 'sent', EnvId: '6', RequestId });
});

test.each([
  [200, ''],
  [200, '{"EnvId":"6"}'],
  [200, `{"EnvId":6,"RequestId":"${RequestId}"}`],
  [202, `{"EnvId":"6","RequestId":"${RequestId}"}`],
  [200, '{"EnvId":"6","RequestI'],
  [200, '<html><h1>Welcome</h1></html>'],
  [502, '<html><h1>Bad gateway</h1></html>'],
  [200, 'null'],
  [200, '"text"'],
  [400, '{"Code":7}'],
])('%i with %s says nothing', (status, text) => {
  expect(readAnswer(status, text)).toEqual({ kind: 'unreadable' });
});
