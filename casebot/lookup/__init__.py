"""Which claims of a case answer a question?"""
