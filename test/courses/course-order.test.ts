import { expect, test } from 'vitest'
import { groundworkFirst } from '#courses/course-order.ts'

const course = (id: string, ...buildsOn: string[]) => ({ id, buildsOn })
const order = (...courses: ReturnType<typeof course>[]) => groundworkFirst(courses, (one) => one).map(({ id }) => id)

test('a course never comes before the one it builds on, else the order stays', () => {
  expect(order(course('serving', 'basic'), course('rules'), course('basic'))).toEqual(['rules', 'basic', 'serving'])
  expect(order(course('lead', 'serving'), course('serving', 'basic'), course('basic'))).toEqual([
    'basic',
    'serving',
    'lead',
  ])
})

test('a course that builds on one that is not there stands where it stood', () => {
  expect(order(course('serving', 'basic'), course('rules'))).toEqual(['serving', 'rules'])
})

test('courses that build on each other in a circle are all there', () => {
  expect(order(course('a', 'b'), course('b', 'a')).toSorted()).toEqual(['a', 'b'])
  expect(order(course('a', 'a'))).toEqual(['a'])
})
